import type { Position } from '../text/position.ts';
import type { Directive } from './playbook.ts';

const START = /<!--\s*playbook-([a-z]\w*(?:-\w+)*)/g;
/** Each before those that it begins with. */
const ACTIONS = ['disable-next-line', 'disable-file', 'disable', 'enable'] as const;
/** What stands behind a colon or `--` is why. A colon right behind the action may come before rules as well. */
const REASON = /:|\s--+(?=\s|$)/;
const ONLY_RULES = /^:[\s,]*[a-z]+(?:-[a-z]+)+(?:[\s,]+[a-z]+(?:-[a-z]+)+)*[\s,]*$/;

/** Cheap test that a text may hold a directive. */
export function mayHoldDirective(text: string): boolean {
  return text.includes('<!--') && text.includes('playbook-');
}

/** The suppression comments in a text that is Markdown or HTML, not code; `at` maps an offset to its place. */
export function findDirectives(text: string, at: (offset: number) => Position): Directive[] {
  const found: Directive[] = [];
  let close = -1;
  let end = 0;
  for (const match of text.matchAll(START)) {
    // What stands in a comment opens none.
    if (match.index < end) continue;
    const [start, word = ''] = match;
    const action = ACTIONS.find((a) => word === a || word.startsWith(`${a}-`));
    const behind = match.index + start.length - word.length + (action ?? word).length;
    if (close < behind) close = text.indexOf('-->', behind);
    if (close < 0) break;
    end = close + '-->'.length;
    const listStart = action === undefined ? behind - word.length : behind;
    const list = action === undefined ? word : rulesIn(text.slice(behind, close));
    const rules = [...list.matchAll(/[^\s,:]+/g)].map((id) => ({
      id: id[0],
      range: { start: at(listStart + id.index), end: at(listStart + id.index + id[0].length) },
    }));
    found.push({ action: action ?? 'unknown', rules, range: { start: at(match.index), end: at(end) } });
  }
  return found;
}

/** The words of a comment up to its reason. */
function rulesIn(words: string): string {
  if (ONLY_RULES.test(words)) return words;
  const reason = words.search(REASON);
  return reason < 0 ? words : words.slice(0, reason);
}
