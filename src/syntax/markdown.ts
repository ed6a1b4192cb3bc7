import MarkdownIt, { type Token } from 'markdown-it';
import type { BlockToken } from './blockToken.ts';
import { plainTokens } from './plainBlocks.ts';

/**
 * The block structure of a text by CommonMark 0.31.2 and GFM's tables. Inline content is not parsed: it is scanned
 * by `lexemes.ts` where it can matter, which is several times faster.
 *
 * `html: true`, as without it comments and HTML blocks would be read as paragraphs and lists.
 */
const md = new MarkdownIt({ html: true });
md.core.ruler.enableOnly(['normalize', 'block']);
makeTokensQuickly();
recordRowStarts();

/** Block tokens of a text; lines and columns are those of the text. */
export function blockTokens(text: string): BlockToken[] {
  return plainTokens(text) ?? markdownTokens(text);
}

/** The same by markdown-it alone. */
export function markdownTokens(text: string): BlockToken[] {
  return md.parse(text, {});
}

/** What an HTML entity stands for (CommonMark 0.31.2 section 6.4), such as `&` for `&amp;`; undefined when it is none. */
export function decodeEntity(entity: string): string | undefined {
  const text = md.utils.unescapeAll(entity);
  return text === entity ? undefined : text;
}

/** Nesting at which markdown-it stops to look (`maxNesting`); what lies deeper is not in the tokens. */
export const maxNesting = md.options.maxNesting;

/** Column at which the content of each line of a table begins, behind block quote marks and list indents. */
export function rowStarts(tableOpen: BlockToken): readonly number[] {
  const meta = tableOpen.meta as { rowStarts?: readonly number[] } | null;
  return meta?.rowStarts ?? [];
}

/**
 * Table rows carry no column, and only the parser's state knows where a row begins within its containers; so the
 * table rule is wrapped to keep it.
 */
function recordRowStarts(): void {
  const { ruler } = md.block;
  const all = ruler.getRules('');
  ruler.disable('table');
  const others = ruler.getRules('');
  ruler.enable('table');
  // The ruler gives no rule by its name, and a minifier renames the functions.
  const rule = all.find((r) => !others.includes(r));
  if (!rule) throw new Error('markdown-it has no table rule');
  ruler.at(
    'table',
    (state, startLine, endLine, silent) => {
      const first = state.tokens.length;
      const found = rule(state, startLine, endLine, silent);
      const open = state.tokens[first];
      if (!found || silent || open?.type !== 'table_open' || !open.map) return found;
      const starts: number[] = [];
      for (let line = open.map[0]; line < open.map[1]; line++) {
        const offset = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
        // `bMarks` moves with a block quote's marks; the line itself begins behind the line end before it.
        starts.push(offset - (state.src.lastIndexOf('\n', offset - 1) + 1));
      }
      open.meta = { rowStarts: starts };
      return found;
    },
    { alt: ['paragraph', 'reference'] },
  );
}

/**
 * Makes the tokens of block rules without the constructor of markdown-it's class, which defines their thirteen
 * properties one by one: that took a fifth of all reading. Block rules only set properties; none calls a method.
 */
function makeTokensQuickly(): void {
  md.block.State = class extends md.block.State {
    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      if (nesting < 0) this.level--;
      const token: unknown = {
        type,
        tag,
        attrs: null,
        map: null,
        nesting,
        level: this.level,
        children: null,
        content: '',
        markup: '',
        info: '',
        meta: null,
        block: true,
        hidden: false,
      };
      if (nesting > 0) this.level++;
      this.tokens.push(token as Token);
      return token as Token;
    }
  };
}
