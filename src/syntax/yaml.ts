/** The way into YAML: finds the document in a text, reads it, and reads it piece by piece when it is broken. */

import type { LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import { invalidYaml, tidyProblems, wrongSchema } from './frontMatterProblem.ts';
import type { SyntaxProblem } from './problem.ts';
import { composeYaml, MAX_UNFOLDED, type Anchor, type ComposerContext } from './yamlComposer.ts';
import { explain, isFailure, type ReadFailure } from './yamlFailure.ts';
import { recoverYaml, type BlockReader } from './yamlRecovery.ts';
import type { YamlEntry, YamlNode } from './yamlTree.ts';

export interface YamlReading {
  /** Undefined when there is nothing but space and comments, or nothing that can be read. */
  readonly root: YamlNode | undefined;
  readonly problems: SyntaxProblem[];
}

/** Our keys nest six levels deep; generated files of others go further, bombs much further. */
const MAX_DEPTH = 50;
const INDENT = /(^|[\r\n])([ \t]+)/g;

// What YAML 1.2.2 section 5.1 does not let into a stream, NUL included; half a surrogate pair, too.
const UNPRINTABLE =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Reads the YAML 1.2 between two offsets of a text. Positions are those of the whole text. Never throws: what
 * cannot be read is a problem, and everything around it is kept. Scalars stay text. Only the first document counts.
 */
export function parseYaml(lines: LineIndex, startOffset: number, endOffset: number): YamlReading {
  const reader = new Reader(lines, startOffset, endOffset);
  const root = reader.run();
  return { root, problems: tidyProblems(reader.problems) };
}

/** The root when the text is sound YAML, 'broken' when it is not: cheaper than `parseYaml` where that is the question. */
export function soundYaml(
  lines: LineIndex,
  startOffset: number,
  endOffset: number,
): YamlNode | 'broken' | undefined {
  const reader = new Reader(lines, startOffset, endOffset);
  const root = reader.runSound();
  return isFailure(root) ? 'broken' : root;
}

/** What the trees of all blocks of one text share. */
class Reader implements BlockReader, ComposerContext {
  readonly problems: SyntaxProblem[] = [];
  readonly anchors = new Map<string, Anchor>();
  readonly maxDepth = MAX_DEPTH;
  /** How many more values aliases may stand for. */
  unfoldable = MAX_UNFOLDED;
  readonly #lines: LineIndex;
  readonly #base: number;
  readonly #length: number;
  /** The document, control characters replaced: values are taken from here. */
  readonly #original: string;
  /** The same without what users cannot see: structure is read from here. */
  #text: string;
  #line = 0;

  constructor(lines: LineIndex, startOffset: number, endOffset: number) {
    this.#lines = lines;
    const start = lines.text.charCodeAt(startOffset) === 0xfeff ? startOffset + 1 : startOffset;
    const whole = lines.text.slice(start, Math.max(start, endOffset));
    const [from, to] = this.#firstDocument(whole, start);
    this.#base = start + from;
    this.#length = to - from;
    this.#original = this.#withoutControls(whole.slice(from, to));
    // No-break spaces come along when one copies from a web page, and look like spaces.
    this.#text = this.#original.replaceAll('\u00a0', ' ');
  }

  run(): YamlNode | undefined {
    const root = this.runSound();
    if (!isFailure(root)) return root;
    const recovered = recoverYaml(this, this.#text, root);
    // Space that only Unicode knows, behind a tab, parts what the parser joins: then every piece is sound by itself.
    if (!this.problems.some((p) => p.rule === 'front-matter-invalid')) {
      const [message, args] = explain(root.reason, false, MAX_DEPTH);
      this.invalid(message, root.at, Math.min(root.at + 1, this.#length), args);
    }
    return recovered;
  }

  runSound(): YamlNode | ReadFailure | undefined {
    const result = this.read(this.#text, 0);
    if (!isFailure(result)) return result;
    // A tab in a blank line cannot be seen and is no mistake worth a word.
    const text = withoutBlankTabs(this.#text);
    if (text === this.#text) return result;
    this.#text = text;
    return this.read(this.#text, 0);
  }

  read(text: string, at: number, added = 0): YamlNode | ReadFailure | undefined {
    return composeYaml(this, text, at, added);
  }

  /** The text as written at offsets of the document. */
  original(start: number, end: number): string {
    return this.#original.slice(start, end);
  }

  /** The text of a range of the whole text. */
  sliceOf(range: Range): string {
    return this.#lines.slice(range);
  }

  range(start: number, end: number): Range {
    return { start: this.#positionAt(start), end: this.#positionAt(end) };
  }

  invalid(...[message, start, end, args, fix]: Parameters<BlockReader['invalid']>): void {
    const edits = fix?.edits.map((e) => ({ range: this.range(e.start, e.end), newText: e.text }));
    const syntaxFix = fix && edits ? { title: fix.title, args: fix.args, edits } : undefined;
    this.problems.push(invalidYaml(message, this.range(start, end), args, syntaxFix));
  }

  addAnchor(name: string, node: YamlNode): void {
    this.anchors.set(name, { node, size: 1 });
  }

  checkDuplicates(entries: readonly YamlEntry[]): void {
    if (entries.length < 2) return;
    const seen = new Map<string, YamlEntry>();
    for (const entry of entries) {
      const first = seen.get(entry.key);
      if (!first) {
        seen.set(entry.key, entry);
        continue;
      }
      this.problems.push(
        wrongSchema(
          'duplicateKey',
          entry.keyRange,
          { key: entry.key, line: first.keyRange.start.line + 1 },
          { related: [{ message: 'firstHere', args: {}, range: first.keyRange }] },
        ),
      );
    }
  }

  /** Most positions are asked for in source order: look in the line of the last one before searching. */
  #positionAt(offset: number): Range['start'] {
    const target = this.#base + Math.max(0, Math.min(offset, this.#length));
    const { starts } = this.#lines;
    for (let line = this.#line; line < this.#line + 2; line++) {
      const start = starts[line];
      if (start === undefined || start > target) break;
      const next = starts[line + 1];
      if (next === undefined || next > target) {
        this.#line = line;
        return { line, character: target - start };
      }
    }
    const found = this.#lines.positionAt(target);
    this.#line = found.line;
    return found;
  }

  #withoutControls(text: string): string {
    const first = text.search(UNPRINTABLE);
    if (first < 0) return text;
    this.invalid(
      'controlCharacter',
      first,
      first + 1,
      {},
      {
        title: 'removeCharacter',
        args: {},
        edits: [...text.matchAll(UNPRINTABLE)]
          .slice(0, 1000)
          .map((m) => ({ start: m.index, end: m.index + 1, text: '' })),
      },
    );
    return text.replace(UNPRINTABLE, '\ufffd');
  }

  /** Offsets of the first document with something in it (YAML 1.2.2 chapter 9), without its marks. */
  #firstDocument(text: string, base: number): [number, number] {
    if (!/(?:^|[\r\n])(?:---|\.\.\.|%)/.test(text)) return [0, text.length];
    let start = 0;
    for (const match of text.matchAll(/(^|[\r\n])(?:---|\.\.\.)(?=[ \t\r\n]|$)/g)) {
      const mark = match.index + (match[1]?.length ?? 0);
      if (mark < start) continue;
      if (isBlank(text, start, mark)) {
        start = mark + 3;
        continue;
      }
      if (!isBlank(text, mark + 3, text.length)) {
        const range = {
          start: this.#lines.positionAt(base + mark),
          end: this.#lines.positionAt(base + mark + 3),
        };
        this.problems.push(wrongSchema('secondDocument', range));
      }
      return [start, mark];
    }
    return [start, text.length];
  }
}

/** With spaces for the tabs of blank lines. */
function withoutBlankTabs(text: string): string {
  return text.replace(INDENT, (found, lineBreak: string, indent: string, at: number) => {
    const next = text[at + found.length] ?? '\n';
    return next === '\n' || next === '\r' ? lineBreak + ' '.repeat(indent.length) : found;
  });
}

/** True when there are only space, comments and directives. */
function isBlank(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const c = text.charAt(at);
    if (c === '#' || c === '%') while (at < end && text[at] !== '\n' && text[at] !== '\r') at++;
    else if (/\s/.test(c)) at++;
    else return false;
  }
  return true;
}
