import { LineIndex } from '../text/lineIndex.ts';
import { isAtxHeading } from './atxHeading.ts';
import type { BodyPart } from './body.ts';
import { findFrontMatter, type FrontMatter } from './frontMatter.ts';
import { PartCache } from './partCache.ts';
import type { Playbook } from './playbook.ts';
import type { SyntaxProblem } from './problem.ts';
import { buildSections } from './sections.ts';

/**
 * Reads a playbook. Never throws and never changes the text: what is wrong with it stands in `problems`.
 * Sources: CommonMark 0.31.2, GFM 0.29, docs/format.md.
 */
export function parse(text: string): Playbook {
  return new Parser().parse(text);
}

/**
 * Reads one document again and again while it is being edited. Parts whose source has not changed are used again;
 * the result is the same as `parse` of the whole text. Each result takes the place of the one before: nodes that stay are
 * moved in it, so keep no positions of an earlier one.
 */
export class Parser {
  readonly #parts = new PartCache();
  #frontMatter: { readonly source: string; readonly value: FrontMatter } | undefined;

  parse(text: string): Playbook {
    const lines = new LineIndex(text);
    const frontMatter = this.#readFrontMatter(lines);
    this.#parts.begin();
    const unread: SyntaxProblem[] = [];
    const parts = this.#readParts(lines, frontMatter?.endLine ?? 0, unread);
    const blocks = parts.flatMap((p) => p.blocks);
    return {
      lines,
      frontMatter,
      blocks,
      root: buildSections(blocks, lines.lineCount),
      directives: parts.flatMap((p) => p.directives),
      problems: [...(frontMatter?.problems ?? []), ...parts.flatMap((p) => p.problems), ...unread],
    };
  }

  /** The same object as before while its source is the same: nothing behind the closing fence matters to it. */
  #readFrontMatter(lines: LineIndex): FrontMatter | undefined {
    const { text, starts } = lines;
    const known = this.#frontMatter;
    if (known && text.startsWith(known.source)) return known.value;
    const value = findFrontMatter(lines);
    const end = value && value.endLine > 0 ? starts[value.endLine] : undefined;
    // A fence without a line end behind it may still grow into something else.
    this.#frontMatter = value && end !== undefined ? { source: text.slice(0, end), value } : undefined;
    return value;
  }

  /** @param unread is told where reading ends early */
  #readParts(lines: LineIndex, bodyStart: number, unread: SyntaxProblem[]): BodyPart[] {
    const parts: BodyPart[] = [];
    let restarts = 0;
    const cuts = findCuts(lines, bodyStart);
    for (let i = 0; i + 1 < cuts.length;) {
      const start = cuts[i] ?? 0;
      let taken = 1;
      let end = cuts[i + 1] ?? lines.lineCount;
      let part = this.#readPart(lines, start, end);
      // A fence or HTML block may swallow what looked like a heading: read on, twice as far each time.
      while (part.openEnded && i + taken + 1 < cuts.length) {
        taken = Math.min(taken * 2, cuts.length - 1 - i);
        end = cuts[i + taken] ?? lines.lineCount;
        part = this.#readPart(lines, start, end);
      }
      if (part.tooDeepAt !== undefined) {
        const resume = nextTopLevelLine(lines, start + part.tooDeepAt + 1, end);
        if (resume < end) {
          part = this.#readPart(lines, start, resume);
          // Each restart reads all that is left of the part.
          if (++restarts > MOST_RESTARTS) unread.push(notRead(lines, resume));
          else {
            // The next part begins there, and ends where this one would have ended.
            taken--;
            cuts[i + taken] = resume;
          }
        }
      }
      parts.push(part);
      i += taken;
    }
    return parts;
  }

  #readPart({ text, starts }: LineIndex, start: number, end: number): BodyPart {
    return this.#parts.part(text, starts[start] ?? text.length, starts[end] ?? text.length, start).body;
  }
}

/** No list that people write is too deep even once. */
const MOST_RESTARTS = 5;

function notRead(lines: LineIndex, line: number): SyntaxProblem {
  const start = { line, character: 0 };
  const range = { start, end: { line, character: lines.line(line).trimEnd().length } };
  return { rule: 'task-malformed', message: 'tooDeepAgain', args: {}, range };
}

// Long stretches without a heading are also cut before a paragraph, so that an edit, or a box among much prose, costs a page only.
const PAGE = 1500;

/**
 * Lines at which a text may be cut so that each part reads the same alone as in the whole, were it not for fences
 * and HTML blocks: an ATX heading without indent ends every paragraph, list and quote (CommonMark 0.31.2 sections 4.2
 * and 5), and so does a letter in the first column behind a blank line. The first and the last entry bound the body.
 */
function findCuts(lines: LineIndex, bodyStart: number): number[] {
  const { text, starts } = lines;
  const cuts = [bodyStart];
  for (let line = bodyStart + 1; line < starts.length; line++) {
    const start = starts[line] ?? 0;
    const unit = text.charCodeAt(start);
    if (isAtxHeading(text, start)) cuts.push(line);
    else if (isLetter(unit) && start - (starts[cuts.at(-1) ?? 0] ?? 0) > PAGE && isBlank(lines, line - 1)) {
      cuts.push(line);
    }
  }
  cuts.push(lines.lineCount);
  return cuts;
}

function isLetter(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

function isBlank(lines: LineIndex, line: number): boolean {
  return lines.line(line).trim() === '';
}

/** The next line without indent, where reading can begin anew behind a list that was nested too deep. */
function nextTopLevelLine(lines: LineIndex, from: number, end: number): number {
  for (let line = from; line < end; line++) if (/^\S/.test(lines.line(line))) return line;
  return end;
}
