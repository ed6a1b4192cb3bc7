/** So often a smaller text is tried: what fails slowly would otherwise take minutes. */
const MOST_TRIES = 2000;

/** As little of a text as still fails: lines are left out first, then characters, many at once before few. */
export function shrink(text: string, fails: (less: string) => boolean): string {
  let tries = 0;
  for (const parts of [(t: string) => t.split(/(?<=\n)/), (t: string) => Array.from(t)]) {
    let left = parts(text);
    for (let size = Math.max(1, left.length >> 1); size > 0; size >>= 1) {
      for (let i = 0; i < left.length && tries < MOST_TRIES;) {
        const less = [...left.slice(0, i), ...left.slice(i + size)];
        tries++;
        if (fails(less.join(''))) left = less;
        else i += size;
      }
    }
    text = left.join('');
  }
  return text;
}
