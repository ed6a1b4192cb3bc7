/** Without case and accents, so that `ines` finds Inês. The length may differ from that of the text. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

const ASCII = /^[ -~]*$/;

/**
 * The form in which handles and names are compared: Unicode composed (NFC) and case folded, so that `İ` is `i` and `ß`
 * is `ss`.
 */
export function foldCase(text: string): string {
  // Nearly all handles are ASCII, which is composed as it is; this runs for every mention of a workspace.
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFC').replaceAll('İ', 'i').toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ');
}
