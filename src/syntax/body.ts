import { compactList } from '../text/compactList.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { append } from '../text/lists.ts';
import type { Range } from '../text/range.ts';
import { lastUpTo } from '../text/sorted.ts';
import { findDirectives, mayHoldDirective } from './directives.ts';
import type { InlineLine } from './inlineLine.ts';
import { InlineText } from './inlineText.ts';
import type { BlockToken } from './blockToken.ts';
import { blockTokens, maxNesting, rowStarts } from './markdown.ts';
import { nearTaskItem, nearTaskLine, nearTokens } from './nearTasks.ts';
import { addOwnerLine, collectBullet, OpenBlocks, type MutableTask, type OpenItem } from './openBlocks.ts';
import { mayHoldOwnerLine, ownerLineAt } from './ownerLabels.ts';
import type { Block, Directive, Heading, OwnerLine, Table } from './playbook.ts';
import type { SyntaxProblem } from './problem.ts';
import { atxColumn, markerColumn } from './sourceColumns.ts';
import { splitRow } from './tableCells.ts';
import { readTable } from './tables.ts';
import { BOX, isClosed, stateOfSign } from './taskStates.ts';
import { analyzeWords } from './words.ts';

/** What a run of lines holds, read on its own. */
export interface BodyPart {
  readonly blocks: readonly Block[];
  readonly directives: readonly Directive[];
  readonly problems: readonly SyntaxProblem[];
  /** The run ends within a code fence or an HTML block, which may go on behind it. */
  readonly openEnded: boolean;
  /** Line from which on nothing more was read, as the nesting is too deep; counted from the first of the run. */
  readonly tooDeepAt: number | undefined;
}

/**
 * Reads a run of lines.
 * @param lines the run alone
 * @param startLine line of the document at which it begins, zero-based: positions are those of the document
 */
export function readBody(lines: LineIndex, startLine: number): BodyPart {
  const { text } = lines;
  // To CommonMark a byte order mark would be a letter.
  const tokens = blockTokens(text.startsWith(BOM) ? text.slice(BOM.length) : text);
  return new BodyReader(lines, startLine, tokens).read();
}

const MAY_HOLD_MISSING_BOX = /^[ \t]*(?:[-*+]|\d{1,9}[.)])?(?:\\?\[[ xX\u00a0]{0,3}\\?\]|☐)/m;

const BOM = '\ufeff';

class BodyReader {
  readonly #lines: LineIndex;
  readonly #base: number;
  readonly #tokens: readonly BlockToken[];
  readonly #blocks: Block[] = [];
  readonly #directives: Directive[] = [];
  readonly #problems: SyntaxProblem[] = [];
  readonly #open = new OpenBlocks();
  #tooDeepAt: number | undefined;

  constructor(lines: LineIndex, base: number, tokens: readonly BlockToken[]) {
    this.#lines = lines;
    this.#base = base;
    this.#tokens = tokens;
  }

  read(): BodyPart {
    for (const [i, token] of this.#tokens.entries()) {
      switch (token.type) {
        case 'heading_open':
          // A heading in a list or quote titles nothing beyond it.
          if (token.level === 0) this.#heading(token, this.#tokens[i + 1]);
          this.#open.forgetParagraph();
          break;
        case 'bullet_list_open':
        case 'ordered_list_open':
          this.#open.openList();
          break;
        case 'bullet_list_close':
        case 'ordered_list_close':
        case 'list_item_close':
          this.#open.close();
          break;
        case 'list_item_open':
          this.#open.openItem(token);
          this.#checkDepth(token);
          break;
        case 'blockquote_open':
          this.#checkDepth(token);
          this.#open.forgetParagraph();
          break;
        case 'paragraph_open':
          this.#open.forgetParagraph();
          this.#paragraph(this.#tokens[i + 1], this.#tokens[i - 1]);
          break;
        case 'table_open':
          this.#table(i);
          break;
        case 'html_block':
          this.#htmlBlock(token);
          break;
        case 'fence':
        case 'code_block':
        case 'hr':
          this.#open.forgetParagraph();
          break;
      }
    }
    this.#open.settle();
    return {
      blocks: compactList(this.#blocks),
      directives: compactList(this.#directives),
      problems: compactList(this.#problems),
      openEnded: this.#isOpenEnded(),
      tooDeepAt: this.#tooDeepAt,
    };
  }

  #heading(open: BlockToken, inlineToken: BlockToken | undefined): void {
    const inline = inlineToken && this.#inline(inlineToken, open.markup.startsWith('#'));
    if (!inline) return;
    const [from, to] = this.#mapped(open);
    const heading: Heading = {
      kind: 'heading',
      level: Number(open.tag.slice(1)),
      range: this.#lineSpan(from, to),
      words: analyzeWords(inline, 'heading'),
      ownerLine: mayHoldOwnerLine(inline.text) ? ownerLineAt(inline, inline.lines.length - 1) : undefined,
    };
    this.#blocks.push(heading);
    this.#inlineDirectives(inline);
  }

  #paragraph(inlineToken: BlockToken | undefined, before: BlockToken | undefined): void {
    if (!inlineToken) return;
    const { item } = this.#open;
    const isFirstOfItem = item !== undefined && before === item.token;
    const list = isFirstOfItem ? this.#open.list : undefined;
    // Prose; a box, an owner line, a line that leads in a list and a comment each need one of these.
    if (!list?.collects && !(isFirstOfItem ? /[[:<：(@☐]/ : /[[:<：]/).test(inlineToken.content)) return;
    const inline = this.#inline(inlineToken, false);
    if (!inline) return;
    if (isFirstOfItem && this.#task(item, inline)) {
      // Tasks are no names.
      if (list) list.collects = undefined;
      return;
    }
    const [only] = inline.lines;
    if (list?.collects && only) {
      collectBullet(list, only);
      return;
    }
    if (isFirstOfItem) item.words = inline;
    this.#open.keepParagraph(inline);
    if ((inline.text.includes('[') || inline.text.includes('☐')) && MAY_HOLD_MISSING_BOX.test(inline.text))
      this.#nearTasks(inline, isFirstOfItem);
    if (mayHoldOwnerLine(inline.text)) {
      for (const [i] of inline.lines.entries()) {
        const line = ownerLineAt(inline, i);
        if (!line) continue;
        this.#ownerLine(line, isFirstOfItem ? this.#open.itemAround : undefined);
        if (line.value.text === '' && i === inline.lines.length - 1) this.#open.keepEmptyLine(line);
      }
    }
    this.#inlineDirectives(inline);
  }

  /** An owner line among the child bullets of an item speaks for the item, any other for its section. */
  #ownerLine(line: OwnerLine, item: OpenItem | undefined): void {
    if (!item) this.#blocks.push(line);
    else addOwnerLine(item, line);
  }

  /** @returns whether the item's first paragraph makes it a task. */
  #task(item: OpenItem, inline: InlineText): boolean {
    const match = BOX.exec(inline.text);
    const first = inline.lines[0];
    if (!match || !first || !this.#markerStandsBefore(first)) return false;
    const afterBox = first.text.slice(match[0].length);
    const labelled = this.#ownerBox(inline, afterBox);
    if (labelled) {
      this.#ownerLine(labelled, this.#open.itemAround);
      if (labelled.value.text === '') this.#open.keepEmptyLine(labelled);
      return true;
    }
    const words: InlineLine[] = [];
    const ownerLines: OwnerLine[] = [];
    const firstWords = afterBox.trimStart();
    words.push({
      text: firstWords,
      line: first.line,
      character: first.character + first.text.length - firstWords.length,
    });
    for (const [i, line] of inline.lines.entries()) {
      if (i === 0) continue;
      const owner = mayHoldOwnerLine(line.text) ? ownerLineAt(inline, i) : undefined;
      if (owner) ownerLines.push(owner);
      // `Lead: Acme Corp` may well be about a prospect: it stays among the words.
      if (!owner || (owner.label === 'lead' && !owner.value.text.includes('@'))) words.push(line);
    }
    const text = new InlineText(firstWords === '' && words.length > 1 ? words.slice(1) : words);
    const read = analyzeWords(text);
    const sign = stateOfSign(match[1] ?? ' ');
    // What is struck out as a whole will not be done.
    const state = read.isStruck && sign !== 'done' ? 'cancelled' : sign;
    const parent = this.#open.taskAround;
    const task: MutableTask = {
      kind: 'task',
      state,
      done: isClosed(state),
      range: this.#itemRange(item.token),
      box: inline.positionAt(1),
      words: read,
      ownerLines: compactList(ownerLines),
      parent,
      above: this.#open.above(),
    };
    this.#open.addTask(item, task);
    this.#blocks.push(task);
    this.#nearTokens(text);
    this.#inlineDirectives(inline);
    return true;
  }

  /** JavaScript's `trim` takes away more than Markdown's white space: behind a no-break space is no box. */
  #markerStandsBefore(first: InlineLine): boolean {
    const before = this.#line(first.line).slice(0, first.character);
    return !/[^ \t]/.test(before.slice(before.trimEnd().length));
  }

  /** `- [ ] **Owner:** Maria`: a box whose text is only an owner label is an owner line. */
  #ownerBox(inline: InlineText, afterBox: string): OwnerLine | undefined {
    const [first] = inline.lines;
    if (!first || inline.lines.length > 1 || !mayHoldOwnerLine(afterBox)) return undefined;
    const text = afterBox.trimStart();
    const character = first.character + first.text.length - text.length;
    const line = ownerLineAt(new InlineText([{ text, line: first.line, character }]), 0);
    // `Lead: Acme Corp` may well be about a prospect.
    return line?.label === 'owner' && line.value.range.end.character === character + text.length
      ? line
      : undefined;
  }

  #nearTasks(inline: InlineText, isFirstOfItem: boolean): void {
    const asItem = isFirstOfItem ? nearTaskItem(inline) : undefined;
    if (asItem) this.#problems.push(asItem);
    let inProse = isFirstOfItem && !asItem;
    for (const [i] of inline.lines.entries()) {
      if (i === 0 && isFirstOfItem) continue;
      const problem = nearTaskLine(inline, i, inProse);
      if (problem) this.#problems.push(problem);
      else inProse = true;
    }
  }

  #nearTokens(inline: InlineText): void {
    const { text } = inline;
    // The colons of tokens, URLs and code lie within their lexemes; without another one nothing looks like a token.
    if (!text.includes(':') || !inline.lexemes.some((l) => l.type === 'mark' && text[l.start] === ':'))
      return;
    const masks = inline.lexemes.filter(
      (l) =>
        l.type === 'code' ||
        l.type === 'comment' ||
        l.type === 'html' ||
        l.type === 'url' ||
        l.type === 'link',
    );
    const starts = masks.map((m) => m.start);
    const isMasked = (at: number) => at < (masks[lastUpTo(starts, at)]?.end ?? 0);
    append(this.#problems, nearTokens(inline, isMasked));
  }

  #inlineDirectives(inline: InlineText): void {
    if (!mayHoldDirective(inline.text)) return;
    for (const l of inline.lexemes) {
      if (l.type !== 'comment') continue;
      const text = inline.text.slice(l.start, l.end);
      append(
        this.#directives,
        findDirectives(text, (offset) => inline.positionAt(l.start + offset)),
      );
    }
  }

  #htmlBlock(token: BlockToken): void {
    this.#open.forgetParagraph();
    if (!mayHoldDirective(token.content)) return;
    const [from, to] = token.map ?? [0, 0];
    const start = this.#lines.starts[from] ?? 0;
    const text = this.#lines.text.slice(start, this.#lines.endOf(to - 1));
    append(
      this.#directives,
      findDirectives(text, (offset) => {
        const { line, character } = this.#lines.positionAt(start + offset);
        return { line: this.#base + line, character };
      }),
    );
  }

  #table(open: number): void {
    this.#open.forgetParagraph();
    const token = this.#tokens[open];
    if (!token) return;
    const [from, to] = this.#mapped(token);
    const starts = rowStarts(token);
    const rows = starts.map((start, i) => {
      const line = from + i;
      const column = line === 0 && this.#lines.text.startsWith(BOM) ? start + BOM.length : start;
      const text = this.#line(line).slice(column).trimEnd();
      if (mayHoldDirective(text)) this.#inlineDirectives(new InlineText([{ text, line, character: column }]));
      return splitRow(text, line, column);
    });
    const [header, , ...body] = rows;
    if (!header) return;
    const width = header.length;
    // GFM: cells beyond the header's are ignored.
    const table: Table | undefined = readTable({
      range: this.#lineSpan(from, to),
      header,
      rows: body.map((r) => r.slice(0, width)).filter((r) => r.length > 0),
    });
    if (table) this.#blocks.push(table);
  }

  #checkDepth(token: BlockToken): void {
    if (this.#tooDeepAt !== undefined || token.level < maxNesting - 1) return;
    const [line] = this.#mapped(token);
    this.#tooDeepAt = line - this.#base;
    this.#problems.push({
      rule: 'task-malformed',
      message: 'tooDeep',
      args: {},
      range: this.#lineSpan(line, line + 1),
    });
  }

  /** A fence or HTML block that reaches the last line may be closed there, or be waiting for its end. */
  #isOpenEnded(): boolean {
    const last = this.#tokens.at(-1);
    if (last?.type !== 'fence' && last?.type !== 'html_block') return false;
    const { text, starts } = this.#lines;
    // Behind the last line end begins a line that holds nothing.
    const lineCount = starts.at(-1) === text.length ? starts.length - 1 : starts.length;
    return last.level === 0 && (last.map?.[1] ?? 0) >= lineCount;
  }

  #inline(token: BlockToken, isAtx: boolean): InlineText | undefined {
    if (token.type !== 'inline' || !token.map) return undefined;
    const first = this.#base + token.map[0];
    const content = token.content.includes('\n') ? token.content.split('\n') : [token.content];
    return new InlineText(
      content.map((text, i) => {
        const trimmed = text.trim();
        const raw = this.#line(first + i);
        // Content lines are suffixes of their source lines; only an ATX heading may have closing marks behind it.
        const column = isAtx ? atxColumn(raw, trimmed) : raw.trimEnd().length - trimmed.length;
        return { text: trimmed, line: first + i, character: column };
      }),
    );
  }

  /** By its line of the document. */
  #line(line: number): string {
    return this.#lines.line(line - this.#base);
  }

  #mapped(token: BlockToken): readonly [number, number] {
    const map = token.map ?? [0, 0];
    return [this.#base + map[0], this.#base + map[1]];
  }

  /** From the first mark of the first line to the end of the last line that is not blank. */
  #lineSpan(from: number, to: number): Range {
    let last = Math.max(from, to - 1);
    while (last > from && this.#line(last).trim() === '') last--;
    const first = this.#line(from);
    return {
      start: { line: from, character: first.length - first.trimStart().length },
      end: { line: last, character: this.#line(last).trimEnd().length },
    };
  }

  #itemRange(token: BlockToken): Range {
    const [from, to] = this.#mapped(token);
    const span = this.#lineSpan(from, to);
    return { start: { line: from, character: markerColumn(this.#line(from)) }, end: span.end };
  }
}
