/** The grammar of mentions: `format.md`, section "The body". */

const NAME = String.raw`[\p{Script=Latin}\p{Nd}](?:[\p{Script=Latin}\p{Nd}\p{M}_.\-]*[\p{Script=Latin}\p{Nd}\p{M}_])?`;

/** A handle without `@`: `maria`, `amy.waller`, `maría`, `org/team`. Source of a RegExp with the `u` flag. */
export const handlePattern = `${NAME}(?:/${NAME})?`;

const HANDLE_AT = new RegExp(handlePattern, 'uy');
const BEFORE = /[\p{L}\p{N}\p{M}_.@/]/u;
const UNDERSCORES = /_+/y;
const BRACKETED = /<[^<>\n]*>|\[[^[\]\n]*\]|\{\{[^{}\n]*\}\}|\{[^{}\n]*\}/y;

const PLACEHOLDERS = new Set(['tbd', 'tba', 'owner', 'dri', 'handle']);
const BROADCASTS = new Set(['all', 'here', 'channel', 'everyone']);
// The endings seen behind an @ in real documents and their nearest relatives; a handle such as `amy.waller` must stay one.
const DOMAIN =
  /\.(?:com|org|net|io|dev|app|ai|co|edu|gov|info|biz|eu|de|fr|es|it|nl|ch|at|uk|us|ca|au|nz|in|jp|cn|br|me|tv)$/i;

export interface MentionMatch {
  /** Offset one past the mention. */
  readonly end: number;
  readonly handle: string;
  readonly form: 'handle' | 'placeholder' | 'domain';
}

/**
 * The mention or placeholder whose `@` stands at `at`, if there is one.
 * @param afterMention true when the text just before `at` is a mention, so that `@maria/@sam` is two.
 */
export function matchMention(text: string, at: number, afterMention: boolean): MentionMatch | undefined {
  if (at > 0 && BEFORE.test(characterBefore(text, at)) && !(afterMention && text[at - 1] === '/')) {
    return undefined;
  }
  for (const pattern of [UNDERSCORES, BRACKETED]) {
    pattern.lastIndex = at + 1;
    const found = pattern.exec(text);
    // `@_name` is no placeholder: the underscores must be all there is.
    if (found && !/[\p{L}\p{N}]/u.test(text[pattern.lastIndex] ?? '')) {
      return { end: pattern.lastIndex, handle: found[0], form: 'placeholder' };
    }
  }
  HANDLE_AT.lastIndex = at + 1;
  const handle = HANDLE_AT.exec(text)?.[0];
  if (handle === undefined) return undefined;
  const key = handle.toLowerCase();
  if (BROADCASTS.has(key)) return undefined;
  const form = PLACEHOLDERS.has(key) ? 'placeholder' : DOMAIN.test(key) ? 'domain' : 'handle';
  return { end: at + 1 + handle.length, handle, form };
}

/** The whole code point before an offset: a letter outside the BMP takes two units. */
function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

/** True when a handle in a token is only there to be filled in: `for:@tbd`, `for:@____`. */
export function isPlaceholder(handle: string): boolean {
  return PLACEHOLDERS.has(handle.toLowerCase()) || /^(?:_+|<.*>|\[.*\]|\{.*\})$/.test(handle);
}

const NOBODY = /^(?:|-+|–|—|\?+|n\/?a|tbd|tbc|tba)$/i;

/** True when an owner value in plain words says that there is nobody: `TBD`, `-`, `N/A`. */
export function saysNobody(text: string): boolean {
  return NOBODY.test(text.trim());
}
