import type { LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import { invalidYaml } from './frontMatterProblem.ts';
import type { SyntaxProblem } from './problem.ts';
import { parseYaml, soundYaml } from './yaml.ts';
import type { YamlMap } from './yamlTree.ts';

export interface FrontMatter {
  /** The whole block with both fences; empty, at the start of the text, when the closing fence is missing. */
  readonly range: Range;
  /** First line of the body: the line after the closing fence, or 0 when that is missing and all is body. */
  readonly endLine: number;
  /** Undefined when nothing in it can be read. */
  readonly root: YamlMap | undefined;
  readonly problems: SyntaxProblem[];
}

const OPENING = /^\ufeff?---[ \t]*$/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
// A key as people write them: one to three words, a colon, then a space or nothing.
const KEY = /^["']?[\p{L}\p{N}_$@][^\s:#[\](){}*]*(?: [^\s:#[\](){}*]+){0,2}:(?:[ \t]|$)/u;
const TASK = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][ \t]/;
/** Keys that show, where the closing fence is missing, that front matter was meant and no prose. */
const TELLING_KEY =
  /^(?:title|owner|default-owner|t-day|template|teams|people|roles|goals|assets|meetings|terms|rules|fold-unowned|tags|date|draft|layout|description|author|slug|categories|permalink|sidebar_position):(?:[ \t]|$)/;

/**
 * The front matter of a document, if it has one: a YAML mapping between a line `---` that starts the text and the next
 * line `---` or `...`. Two thematic breaks with prose between them are body text, and so is a block that holds a
 * list or nothing. Broken YAML is front matter when most of its outermost lines are keys.
 *
 * Without a closing fence all is body text; when the first lines are plainly keys, the result is an empty block with
 * one problem that asks for the fence.
 */
export function findFrontMatter(lines: LineIndex): FrontMatter | undefined {
  if (!lines.text.startsWith('---') && !lines.text.startsWith('\ufeff---')) return undefined;
  if (!OPENING.test(lines.line(0))) return undefined;
  const closing = findClosing(lines);
  if (closing === undefined) return unclosed(lines);
  const start = lines.starts[1] ?? 0;
  const end = lines.starts[closing] ?? start;
  const sound = soundYaml(lines, start, end);
  if (sound === undefined) return undefined;
  const isFrontMatter = sound === 'broken' ? looksLikeKeys(lines, closing) : sound.kind === 'map';
  if (!isFrontMatter) return unclosed(lines);
  const { root, problems } = parseYaml(lines, start, end);
  return {
    range: {
      start: { line: 0, character: 0 },
      end: { line: closing, character: lines.line(closing).length },
    },
    endLine: closing + 1,
    root: root?.kind === 'map' ? root : undefined,
    problems,
  };
}

/**
 * The lines of front matter around a line, or of what is to become some: while it is typed, its closing fence may be
 * missing, or its first key.
 * @param found what `findFrontMatter` says
 * @returns its first line and one past its last, fences left out; undefined for a line that is not among them
 */
export function frontMatterAround(
  lines: LineIndex,
  found: FrontMatter | undefined,
  line: number,
): readonly [number, number] | undefined {
  if (found && found.endLine > 0) {
    return line > 0 && line < found.endLine - 1 ? [1, found.endLine - 1] : undefined;
  }
  if (line === 0 || !OPENING.test(lines.line(0))) return undefined;
  const isBlank = (at: number) => lines.line(at).trim() === '';
  let end = 1;
  while (end < lines.lineCount && !isBlank(end) && !CLOSING.test(lines.line(end))) end++;
  if (found) return line <= end ? [1, Math.max(end, line + 1)] : undefined;
  for (let above = 1; above < line; above++) if (!isBlank(above)) return undefined;
  return /^[\w-]*:?$/.test(lines.line(line).trim()) && !CLOSING.test(lines.line(line))
    ? [1, line + 1]
    : undefined;
}

function findClosing(lines: LineIndex): number | undefined {
  const { text, starts } = lines;
  for (let line = 1; line < starts.length; line++) {
    const first = text[starts[line] ?? 0];
    if ((first === '-' || first === '.') && CLOSING.test(lines.line(line))) return line;
  }
  return undefined;
}

/** At least half of the lines without indent are keys, and no line is a task: losing one would be worse. */
function looksLikeKeys(lines: LineIndex, closing: number): boolean {
  let keys = 0;
  let others = 0;
  for (let line = 1; line < closing; line++) {
    const text = lines.line(line);
    if (TASK.test(text)) return false;
    // Indented lines, comments and list items belong to a key above them, if there is one.
    if (/^(?:[\s#}\]]|$)/.test(text) || (keys > 0 && /^-(?:\s|$)/.test(text))) continue;
    if (KEY.test(text)) keys++;
    // Prose comes in paragraphs; a key that is being typed stands among others.
    else others += lines.line(line - 1).trim() === '' ? 2 : 1;
  }
  return keys > 0 && keys >= others;
}

function unclosed(lines: LineIndex): FrontMatter | undefined {
  if (!opensWithKeys(lines)) return undefined;
  const start = { line: 0, character: 0 };
  const fence = lines.line(0);
  const from = fence.startsWith('\ufeff') ? 1 : 0;
  const range = { start: { line: 0, character: from }, end: { line: 0, character: from + 3 } };
  return {
    range: { start, end: start },
    endLine: 0,
    root: undefined,
    problems: [invalidYaml('unclosedFence', range)],
  };
}

/**
 * The lines up to the first blank one are keys, one of them a key that is common in front matter. A single telling
 * line is enough: that is what the first key looks like while it is being typed.
 */
function opensWithKeys(lines: LineIndex): boolean {
  let telling = false;
  for (let line = 1; line < lines.lineCount; line++) {
    const text = lines.line(line);
    if (text.trim() === '' || CLOSING.test(text)) break;
    if (TASK.test(text)) return false;
    if (/^(?:[ \t]|#|-[ \t])/.test(text) && line > 1) continue;
    if (!KEY.test(text)) {
      // The line being typed is not a key yet.
      const isLast = lines.line(line + 1).trim() === '';
      if (isLast && telling) continue;
      return false;
    }
    telling ||= TELLING_KEY.test(text);
  }
  return telling;
}
