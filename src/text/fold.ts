/** Without case and accents, so that `ines` finds Inês. The length may differ from that of the text. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
