import { findFrontMatter } from '../syntax/frontMatter.ts';
import type { YamlMap } from '../syntax/yamlTree.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { applyEdits, textEdit, type TextEdit } from '../text/textEdit.ts';
import type { PlaybookView } from '../workspace/fileView.ts';

const LINE = 'template: true';
const BOM = '\ufeff';

/**
 * Writes into the front matter that the document is there to be copied, making one where there is none.
 * @returns undefined where the front matter says something about that already, or cannot take another line
 */
export function markTemplate({ playbook: { lines, frontMatter } }: PlaybookView): TextEdit[] | undefined {
  if (frontMatter?.root?.entries.some((e) => e.key === 'template')) return undefined;
  const eol = lines.text.includes('\r\n') ? '\r\n' : '\n';
  const inside = frontMatter && frontMatter.endLine > 0;
  const start = inside
    ? { line: frontMatter.endLine - 1, character: 0 }
    : { line: 0, character: lines.text.startsWith(BOM) ? 1 : 0 };
  const newText = inside ? `${LINE}${eol}` : ['---', LINE, '---', '', ''].join(eol);
  const edit = textEdit({ start, end: start }, newText);
  const after = findFrontMatter(new LineIndex(applyEdits(lines.text, [edit])));
  return after && saysTemplate(after.root) && after.problems.length === (frontMatter?.problems.length ?? 0)
    ? [edit]
    : undefined;
}

function saysTemplate(root: YamlMap | undefined): boolean {
  const value = root?.entries.find((e) => e.key === 'template')?.value;
  return value?.kind === 'scalar' && value.text === 'true';
}
