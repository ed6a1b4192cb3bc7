import type { BlockToken } from './blockToken.ts';

/**
 * Block tokens of a text so plain that its structure shows line by line: headings, paragraphs of prose, and lists with
 * `-`, `*` or `+` whose items are one line each. That is how most playbooks are written, and reading them here costs a
 * fraction of a full block parse.
 *
 * The result is equal to markdown-it's in everything that `body.ts` looks at, which a property test checks; one line of
 * any other shape, and the whole text is left to markdown-it.
 * @returns undefined for a text that is not that plain.
 */
export function plainTokens(text: string): BlockToken[] | undefined {
  if (NEVER_PLAIN.test(text)) return undefined;
  const reader = new PlainReader();
  let start = 0;
  for (let line = 0; start < text.length; line++) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    if (!reader.line(text.slice(start, stop), line)) return undefined;
    start = stop + 1;
  }
  return reader.end();
}

// Tabs have width, NUL is replaced, and a carriage return may end a line: rare enough to leave to the real parser.
const NEVER_PLAIN = /[\t\r\0\f\v]/;
const BLANK = /^ *$/;
const HEADING = /^(#{1,6})(?: (.*))?$/;
// Behind the marker stand a box with words, or words: nothing that could begin a block of another kind.
const ITEM = /^( *)([-*+]) ((?:\[[ xX]\] +[^ ].*|@[^ ].*|(?:\*\*)?\p{L}.*))$/u;
// A letter begins neither a list nor a quote, a fence, a table's second line, HTML or a definition.
const PROSE = /^\p{L}/u;
const MAX_DEPTH = 10;

interface OpenItem {
  readonly indent: number;
  /** Another one begins another list (CommonMark 0.31.2 section 5.3). */
  readonly marker: string;
  readonly map: [number, number];
  /** The lines of its list. */
  readonly list: [number, number];
}

class PlainReader {
  readonly #tokens: BlockToken[] = [];
  readonly #items: OpenItem[] = [];
  #last: 'blank' | 'heading' | 'item' | 'prose' = 'blank';
  /** Of the paragraph that is being read. */
  #prose: { readonly lines: string[]; readonly from: number } | undefined;
  #line = 0;

  /** @returns false when the line is not plain. */
  line(text: string, line: number): boolean {
    this.#line = line;
    if (BLANK.test(text)) {
      this.#endProse();
      this.#last = 'blank';
      return true;
    }
    if (PROSE.test(text)) return this.#readProse(text);
    this.#endProse();
    const heading = HEADING.exec(text);
    if (heading) {
      this.#heading(heading[1] ?? '', heading[2] ?? '');
      return true;
    }
    const item = ITEM.exec(text);
    return item !== null && this.#item(item[1]?.length ?? 0, item[2] ?? '', item[3] ?? '');
  }

  end(): BlockToken[] {
    this.#line++;
    this.#endProse();
    this.#closeItems(0);
    return this.#tokens;
  }

  #readProse(text: string): boolean {
    // Straight behind an item it would be a part of it (CommonMark 0.31.2 section 5.2, laziness).
    if (this.#last === 'item') return false;
    if (!this.#prose) {
      this.#closeItems(0);
      this.#prose = { lines: [], from: this.#line };
    }
    this.#prose.lines.push(text);
    this.#last = 'prose';
    return true;
  }

  #endProse(): void {
    if (!this.#prose) return;
    const { lines, from } = this.#prose;
    this.#paragraph(lines.join('\n'), [from, from + lines.length], 0);
    this.#prose = undefined;
  }

  #heading(marks: string, rest: string): void {
    this.#closeItems(0);
    const map: [number, number] = [this.#line, this.#line + 1];
    // Closing marks are no text, if a space parts them from it (CommonMark 0.31.2 section 4.2).
    const content = rest
      .trimEnd()
      .replace(/(?:^| )#+$/, '')
      .trim();
    this.#push({ type: 'heading_open', tag: `h${marks.length}`, map, level: 0, content: '', markup: marks });
    this.#push({ type: 'inline', tag: '', map, level: 1, content, markup: '' });
    this.#last = 'heading';
  }

  #item(indent: number, marker: string, content: string): boolean {
    const parent = this.#items.findLast((i) => i.indent <= indent);
    const isSibling = parent ? parent.indent === indent : indent === 0;
    const isChild = parent !== undefined && parent === this.#items.at(-1) && indent === parent.indent + 2;
    if ((!isSibling && !isChild) || this.#items.length >= MAX_DEPTH) return false;
    const before = this.#closeItems(indent, marker);
    const list: [number, number] = before ?? [this.#line, this.#line + 1];
    const map: [number, number] = [this.#line, this.#line + 1];
    const level = this.#items.length * 2 + 1;
    if (!before)
      this.#push({
        type: 'bullet_list_open',
        tag: 'ul',
        map: list,
        level: level - 1,
        content: '',
        markup: '',
      });
    this.#items.push({ indent, marker, map, list });
    this.#push({ type: 'list_item_open', tag: 'li', map, level, content: '', markup: '' });
    this.#paragraph(content.trim(), [this.#line, this.#line + 1], level + 1);
    this.#last = 'item';
    return true;
  }

  /**
   * Ends the open items that begin at this column or behind it, and their lists.
   * @param marker of the item that follows at that column, if one does
   * @returns the lines of the list that this item goes on with, if it does
   */
  #closeItems(indent: number, marker?: string): [number, number] | undefined {
    let list: [number, number] | undefined;
    for (let last = this.#items.at(-1); last && last.indent >= indent; last = this.#items.at(-1)) {
      last.map[1] = this.#line;
      last.list[1] = this.#line;
      this.#items.pop();
      this.#push({ type: 'list_item_close', tag: 'li', map: null, level: 0, content: '', markup: '' });
      list = last.indent === indent && last.marker === marker ? last.list : undefined;
      if (!list)
        this.#push({ type: 'bullet_list_close', tag: 'ul', map: null, level: 0, content: '', markup: '' });
    }
    return list;
  }

  #paragraph(content: string, map: [number, number], level: number): void {
    this.#push({ type: 'paragraph_open', tag: 'p', map, level, content: '', markup: '' });
    this.#push({ type: 'inline', tag: '', map, level: level + 1, content, markup: '' });
  }

  #push(token: Omit<BlockToken, 'meta'>): void {
    this.#tokens.push({ ...token, meta: null });
  }
}
