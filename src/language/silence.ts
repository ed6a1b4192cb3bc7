import type { Problem } from '../rules/rule.ts';
import { silencedLine, Suppression } from '../rules/suppression.ts';
import { parse } from '../syntax/parse.ts';
import type { Block, Directive, Playbook, Table } from '../syntax/playbook.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { message } from '../text/message.ts';
import { comparePositions } from '../text/position.ts';
import { rangesOverlap, shiftRange, type Range } from '../text/range.ts';
import { applyEdits, textEdit, type TextEdit } from '../text/textEdit.ts';
import { ruleIds } from '../workspace/ruleIds.ts';
import type { FileView } from '../workspace/fileView.ts';
import type { CodeAction } from './codeActions.ts';
import { onePerRule } from './explanations.ts';
import { ownLines } from './lookup.ts';

export const silenceTitles = {
  here: { one: 'Ignore Here', several: 'Ignore {rule} Here' },
  table: { one: 'Ignore in the Whole Table', several: 'Ignore {rule} in the Whole Table' },
} as const;

/** Rules that speak of the front matter, or of such comments. */
const WITHOUT_COMMENT: readonly string[] = [
  'front-matter-invalid',
  'front-matter-schema',
  'suppression-unused',
];

/**
 * Comments that silence the problems which touch a range, in playbooks only: rosters and front matter have none. What a
 * comment would make of the text is read first, and only a comment that changes nothing else is offered.
 */
export function silences(view: FileView, problems: readonly Problem[], at: Range): CodeAction[] {
  if (view.kind !== 'playbook') return [];
  const { playbook } = view;
  const here = onePerRule(
    problems.filter(
      ({ range, rule }) =>
        rangesOverlap(range, at) &&
        range.start.line >= (playbook.frontMatter?.endLine ?? 0) &&
        !WITHOUT_COMMENT.includes(rule.id),
    ),
  );
  return here.flatMap((problem) => {
    const found = silence(playbook, problem);
    if (!found) return [];
    const titles = silenceTitles[found.scope];
    const title =
      here.length === 1 ? message(titles.one) : message(titles.several, { rule: problem.rule.id });
    return [{ title, edits: found.edits, problem, isPreferred: false, kind: 'silence' as const }];
  });
}

interface Silencing {
  readonly scope: keyof typeof silenceTitles;
  readonly edits: readonly TextEdit[];
}

function silence(playbook: Playbook, problem: Problem): Silencing | undefined {
  const stretch = stretchAround(playbook, problem.range.start.line);
  for (const candidate of candidates(playbook, problem)) {
    if (leavesTheRest(stretch, candidate.edits, problem)) return candidate;
  }
  return undefined;
}

/** The likeliest first; which of them does no harm, the parser says. */
function* candidates(
  { lines, blocks, directives }: Playbook,
  { rule, range }: Problem,
): Generator<Silencing> {
  const { line } = range.start;
  const comment = `<!-- playbook-disable-next-line ${rule.id} -->`;
  const above = directives.findLast(
    (d) => d.action === 'disable-next-line' && silencedLine(d, lines) === line,
  );
  if (above) {
    // Another comment between that one and its line would take its line away.
    const edit = addRule(above, rule.id);
    if (edit) yield { scope: 'here', edits: [edit] };
    return;
  }
  const eol = lines.text.includes('\r\n') ? '\r\n' : '\n';
  const text = lines.line(line);
  const insert = (at: number, margin: string, what: string) => {
    const start = { line: at, character: 0 };
    return textEdit({ start, end: start }, `${margin}${what}${eol}`);
  };
  const table = blocks.find(
    (b): b is Table => b.kind === 'table' && b.range.start.line <= line && line <= b.range.end.line,
  );
  if (table) {
    const { start, end } = table.range;
    const margin = marginOf(lines.line(start.line));
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    const behind = { line: last, character: lines.line(last).length };
    const enable = `${eol}${marginOf(lines.line(last))}<!-- playbook-enable ${rule.id} -->`;
    yield {
      scope: 'table',
      edits: [
        insert(start.line, margin, `<!-- playbook-disable ${rule.id} -->`),
        textEdit({ start: behind, end: behind }, enable),
      ],
    };
    return;
  }
  const margin = marginOf(text);
  // A comment beside the items of a numbered list would end it, and the numbers would begin again.
  const inside = line > 0 ? contentMargin(lines.line(line - 1)) : undefined;
  if (/^[\s>]*\d+[.)]\s/.test(text) && inside !== undefined)
    yield { scope: 'here', edits: [insert(line, inside, comment)] };
  yield { scope: 'here', edits: [insert(line, margin, comment)] };
  // In the middle of a paragraph a line of its own would end it.
  if (line === 0) return;
  const end = { line: line - 1, character: lines.line(line - 1).trimEnd().length };
  yield { scope: 'here', edits: [textEdit({ start: end, end }, ` ${comment}`)] };
}

/** Writes a rule behind those that a comment names; `undefined` where it means all of them. */
function addRule({ rules }: Directive, rule: string): TextEdit | undefined {
  const last = rules.findLast((r) => (ruleIds as readonly string[]).includes(r.id)) ?? rules.at(-1);
  return last && textEdit({ start: last.range.end, end: last.range.end }, ` ${rule}`);
}

function marginOf(line: string): string {
  return /^[ \t>]*/.exec(line)?.[0] ?? '';
}

/** Spaces up to the words of a list item, so that what stands there is a part of it. */
function contentMargin(line: string): string | undefined {
  const match = /^([ \t>]*)((?:[-*+]|\d+[.)])[ \t]+)/.exec(line);
  return match ? `${match[1] ?? ''}${' '.repeat(match[2]?.length ?? 0)}` : undefined;
}

/** Lines of a text that read alone as they do in the whole. */
interface Stretch {
  readonly lines: LineIndex;
  readonly first: number;
}

/** The section around a line, without the ones inside it: reading all of a long playbook for a light bulb would be slow. */
function stretchAround({ lines, root, frontMatter }: Playbook, line: number): Stretch {
  const [start, end] = ownLines(root, line);
  const first = Math.max(start, frontMatter?.endLine ?? 0);
  const from = lines.starts[first] ?? 0;
  const to = lines.starts[end] ?? lines.text.length;
  return { lines: new LineIndex(lines.text.slice(from, to)), first };
}

/** After the edits every block reads as before, and the problem is silent. */
function leavesTheRest(
  { lines, first }: Stretch,
  edits: readonly TextEdit[],
  { rule, range }: Problem,
): boolean {
  const local = edits.map((e) => textEdit(shiftRange(e.range, -first), e.newText));
  if (local.some((e) => e.range.start.line < 0)) return false;
  const text = applyEdits(lines.text, local);
  const after = parse(text);
  const before = parse(lines.text);
  const newLine = (line: number) => line + local.reduce((sum, edit) => sum + linesAbove(edit, line), 0);
  const place = shiftRange(range, -first);
  const moved = shiftRange(place, newLine(place.start.line) - place.start.line);
  return (
    new Suppression(after.directives, after.lines).covers(rule.id, moved) &&
    after.problems.length === before.problems.length &&
    shape(after.blocks, (line) => line) === shape(before.blocks, newLine)
  );
}

/** How many lines an insertion puts above one. */
function linesAbove({ range: { start }, newText }: TextEdit, line: number): number {
  const isAbove = comparePositions(start, { line, character: 0 }) <= 0;
  return isAbove ? newText.split('\n').length - 1 : 0;
}

/** All that blocks say, and the lines that they begin in. */
function shape(blocks: readonly Block[], lineOf: (line: number) => number): string {
  return JSON.stringify(blocks, (key, value: unknown) => {
    // Where something ends may move, and so may the text it was read from: a comment in an item is a part of it.
    if (key === 'end' || key === 'parent' || key === 'insertAt' || key === 'source') return undefined;
    return key === 'line' ? lineOf(value as number) : value;
  });
}
