import { findFrontMatter, type FrontMatter } from '../syntax/frontMatter.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../syntax/yamlTree.ts';
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

/** A playbook that says no more that it is there to be copied; what only said so goes away whole. */
export function withoutTemplate(text: string): string {
  let result = text;
  // A key that stands twice is said twice.
  for (;;) {
    const lines = new LineIndex(result);
    const found = findFrontMatter(lines);
    const entry = found?.root?.entries.find((e) => e.key === 'template' && isTrue(e.value));
    if (!found || !entry) return result;
    result = applyEdits(result, [withoutEntry(lines, found, entry)]);
  }
}

/** Whether a line says that a document is there to be copied, and nothing else. */
export function isTemplateLine(lines: LineIndex, { key, keyRange, value }: YamlEntry): boolean {
  const line = lines.line(keyRange.start.line);
  return (
    key === 'template' &&
    isTrue(value) &&
    /^["']?template["']?[ \t]*:[ \t]*["']?\w+["']?[ \t]*(?:#.*)?$/.test(line)
  );
}

function withoutEntry(lines: LineIndex, { endLine }: FrontMatter, entry: YamlEntry): TextEdit {
  const denied = textEdit(entry.value.range, 'false');
  if (!isTemplateLine(lines, entry)) return denied;
  const { line } = entry.keyRange.start;
  const others = Array.from({ length: endLine - 2 }, (_, i) => i + 1).filter((i) => i !== line);
  if (others.some((i) => lines.line(i).trim() !== '')) {
    const edit = linesAway(lines, line, line + 1);
    // Comments alone between two lines of dashes are no front matter.
    return findFrontMatter(new LineIndex(applyEdits(lines.text, [edit]))) ? edit : denied;
  }
  return linesAway(lines, 0, lines.line(endLine).trim() === '' ? endLine + 1 : endLine);
}

/** @param end one past the last line */
function linesAway(lines: LineIndex, start: number, end: number): TextEdit {
  const last = lines.lineCount - 1;
  return textEdit(
    {
      start: { line: start, character: start === 0 && lines.text.startsWith(BOM) ? 1 : 0 },
      end: end > last ? { line: last, character: lines.line(last).length } : { line: end, character: 0 },
    },
    '',
  );
}

function saysTemplate(root: YamlMap | undefined): boolean {
  const value = root?.entries.find((e) => e.key === 'template')?.value;
  return value?.kind === 'scalar' && value.text === 'true';
}

function isTrue(value: YamlNode): boolean {
  return value.kind === 'scalar' && /^(?:true|yes)$/i.test(value.text);
}
