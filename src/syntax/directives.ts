import type { Position } from '../text/position.ts';
import type { Directive } from './playbook.ts';

const START = /<!--\s*playbook-([a-z]\w*(?:-\w+)*)/g;
/** Each before those that it begins with. */
const ACTIONS = ['disable-next-line', 'disable-file', 'disable', 'enable'] as const;

/** Cheap test that a text may hold a directive. */
export function mayHoldDirective(text: string): boolean {
  return text.includes('<!--') && text.includes('playbook-');
}

/** The suppression comments in a text that is Markdown or HTML, not code; `at` maps an offset to its place. */
export function findDirectives(text: string, at: (offset: number) => Position): Directive[] {
  const found: Directive[] = [];
  let close = -1;
  for (const match of text.matchAll(START)) {
    const [start, word = ''] = match;
    const action = ACTIONS.find((a) => word === a || word.startsWith(`${a}-`));
    const wordsStart = match.index + start.length - word.length + (action ?? word).length;
    // The first `>` ends the comment or shows that it is none. It is looked up once, not for every start before it.
    if (close < wordsStart) close = text.indexOf('>', wordsStart);
    if (close < 0) break;
    if (close < wordsStart + 2 || !text.startsWith('--', close - 2)) continue;
    const words = text.slice(wordsStart, close - 2);
    const whole = text.slice(match.index, close + 1);
    const list = action === undefined ? word : words;
    const listStart = match.index + whole.lastIndexOf(action === undefined ? word + words : words + '-->');
    const rules = [...list.matchAll(/[^\s,]+/g)].map((id) => ({
      id: id[0],
      range: { start: at(listStart + id.index), end: at(listStart + id.index + id[0].length) },
    }));
    found.push({
      action: action ?? 'unknown',
      rules,
      range: { start: at(match.index), end: at(match.index + whole.length) },
    });
  }
  return found;
}
