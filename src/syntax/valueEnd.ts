const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '`': '`', '（': '）' };
/** Behind such a sign a label may begin. */
const BEFORE_LABEL = /[\s,;.，；。]/;

/**
 * How much of the text behind an owner label is its value: it ends before an em dash, a dash between spaces, `|`,
 * another label (`Owner: Ann — Due: …`), a comment or a hard break (docs/format.md, "Section owner").
 * @param emphasis marks that were opened before the label and are still open; they are no part of the value
 * @returns a length in UTF-16 units, space at the end left out
 */
export function valueEnd(text: string, emphasis: string): number {
  let end = cut(text);
  end = trimmedEnd(text, end);
  if (emphasis !== '' && text.slice(0, end).endsWith(emphasis)) {
    const others = text.slice(0, end).split(emphasis).length - 1;
    if (others % 2 === 1) end = trimmedEnd(text, end - emphasis.length);
  }
  return end;
}

function trimmedEnd(text: string, end: number): number {
  let to = end;
  for (;;) {
    while (to > 0 && /\s/.test(text[to - 1] ?? '')) to--;
    if (text[to - 1] !== '\\') return to;
    to--;
  }
}

function cut(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    switch (char) {
      case '\\':
        i++;
        break;
      case '—':
      case '|':
        return i;
      case '-':
      case '–':
        // With nothing before it a dash is a value: nobody.
        if (i > 0 && isSpace(text[i - 1]) && isSpace(text[i + 1]) && text.slice(0, i).trim() !== '') return i;
        break;
      case '<':
        if (text.startsWith('<!--', i)) return i;
        break;
      case ':':
      case '：': {
        const label = labelStart(text, i);
        if (label !== undefined) return label;
        break;
      }
      default: {
        const close = PAIRS[char];
        const at = close === undefined ? -1 : text.indexOf(close, i + 1);
        if (at >= 0) i = at;
        else if (close !== undefined) return rest(text, i);
      }
    }
  }
  return text.length;
}

/** A bracket that is never closed: only the plain ends count behind it. */
function rest(text: string, from: number): number {
  const at = text.slice(from).search(/[—|]|<!--/);
  return at < 0 ? text.length : from + at;
}

function isSpace(char: string | undefined): boolean {
  return char === undefined || /\s/.test(char);
}

/** Where the label before a colon begins, the marks and signs before it taken along; undefined where it is none. */
function labelStart(text: string, colon: number): number | undefined {
  if (/[/\d]/.test(text[colon + 1] ?? ' ') && text[colon + 1] === '/') return undefined;
  let start = colon;
  while (start > 0 && /[*_]/.test(text[start - 1] ?? '')) start--;
  const wordEnd = start;
  while (start > 0 && /[\p{L}\p{M}]/u.test(text[start - 1] ?? '')) start--;
  if (start === wordEnd) return undefined;
  while (start > 0 && /[*_]/.test(text[start - 1] ?? '')) start--;
  if (start > 0 && !BEFORE_LABEL.test(text[start - 1] ?? '')) return undefined;
  while (start > 0 && BEFORE_LABEL.test(text[start - 1] ?? '')) start--;
  return start;
}
