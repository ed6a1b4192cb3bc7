import { trimEndOf } from '../text/trimEnd.ts';
import type { Lexicon } from './lexicon.ts';
import { matchMention } from './mentions.ts';
import type { TokenKey } from './playbook.ts';
import { tokenKinds } from './tokens.ts';

export interface RawValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands around a token. */
export interface TokenContext {
  readonly lexicon: Lexicon | undefined;
  /** It stands in emphasis of `_`, which a `_` at its end closes. */
  readonly inUnderscores: boolean;
}

const BARE_VALUE = /[^\s"<>`|*]+/y;
const BARE_ITEM = /[^\s"<>`|*,]+/y;

/** Values behind a token's colon: bare or quoted, several parted by commas without space. */
export function readTokenValues(
  text: string,
  from: number,
  key: TokenKey,
  context: TokenContext,
): { readonly values: RawValue[]; readonly end: number } | undefined {
  const kind = tokenKinds[key];
  const values: RawValue[] = [];
  let at = from;
  for (;;) {
    const value = readValue(text, at, kind, context);
    if (!value) break;
    values.push(value.value);
    at = value.end;
    if (!kind.many || text[at] !== ',') break;
    at++;
  }
  const last = values.at(-1);
  if (!last) return undefined;
  // A comma, full stop or bracket at the end belongs to the sentence.
  return { values, end: text[at - 1] === ',' ? at - 1 : at };
}

function readValue(
  text: string,
  at: number,
  kind: (typeof tokenKinds)[TokenKey],
  { lexicon, inUnderscores }: TokenContext,
): { value: RawValue; end: number } | undefined {
  if (text[at] === '"') {
    const close = text.indexOf('"', at + 1);
    if (close < 0 || text.slice(at, close).includes('\n')) return undefined;
    return { value: { text: text.slice(at + 1, close), start: at + 1, end: close }, end: close + 1 };
  }
  if (kind.value === 'owner' && text[at] === '@') {
    // `for:@sam's` names Sam: behind a handle the grammar of mentions says where it ends.
    const mention = matchMention(text, at, { isFree: true, lexicon });
    if (mention) return { value: { text: mention.handle, start: at, end: mention.end }, end: mention.end };
  }
  const bare = kind.many ? BARE_ITEM : BARE_VALUE;
  bare.lastIndex = at;
  const written = bare.exec(text)?.[0] ?? '';
  const found = (inUnderscores ? undefined : withUnderscores(written, kind)) ?? withoutSentenceEnd(written);
  if (found === '') return undefined;
  const skip = found.startsWith('@') ? 1 : 0;
  if (found.length === skip) return undefined;
  return { value: { text: found.slice(skip), start: at, end: at + found.length }, end: at + found.length };
}

const SENTENCE_END = `)]}.,;:!?…'’~`;

/**
 * An id may end in `_`; days and durations end in none.
 * @returns undefined for a value that ends in none of its own
 */
function withUnderscores(written: string, { value }: (typeof tokenKinds)[TokenKey]): string | undefined {
  const bare = trimEndOf(written, SENTENCE_END);
  if (!bare.endsWith('_') || value === 'due' || value === 'duration' || value === 'interval')
    return undefined;
  // A blank to fill in is no id.
  return /[\p{L}\p{N}]/u.test(bare) ? bare : undefined;
}

/** Marks at the end belong to the sentence, but for the bracket that closes `[DATE]`. */
function withoutSentenceEnd(value: string): string {
  const bare = trimEndOf(value, `${SENTENCE_END}_`);
  const pair = '[](){}'.indexOf(bare[0] ?? ' ');
  const closer = pair % 2 === 0 ? '[](){}'[pair + 1] : undefined;
  return closer !== undefined && value[bare.length] === closer ? bare + closer : bare;
}
