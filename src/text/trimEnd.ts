/**
 * The text without any of `characters` at its end. A regular expression such as `/[.,]+$/` would look at each run of
 * them in the text again and again, which takes minutes on a long line of full stops.
 */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1] ?? ' ')) end--;
  return text.slice(0, end);
}
