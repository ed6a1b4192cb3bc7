import type { Position } from '../text/position.ts';
import type { Directive } from './playbook.ts';

const DIRECTIVE =
  /<!--\s*playbook-(?:(disable-next-line|disable-file|disable|enable)\b|([a-z]\w*(?:-\w+)*)(?!-?\w))([^>]*?)-->/g;

/** Cheap test that a text may hold a directive. */
export function mayHoldDirective(text: string): boolean {
  return text.includes('<!--') && text.includes('playbook-');
}

/** The suppression comments in a text that is Markdown or HTML, not code; `at` maps an offset to its place. */
export function findDirectives(text: string, at: (offset: number) => Position): Directive[] {
  const found: Directive[] = [];
  for (const match of text.matchAll(DIRECTIVE)) {
    const [whole, action, word = '', words = ''] = match;
    const list = action === undefined ? word : words;
    const listStart = match.index + whole.lastIndexOf(action === undefined ? word + words : words + '-->');
    const rules = [...list.matchAll(/[^\s,]+/g)].map((id) => ({
      id: id[0],
      range: { start: at(listStart + id.index), end: at(listStart + id.index + id[0].length) },
    }));
    found.push({
      action: (action ?? 'unknown') as Directive['action'],
      rules,
      range: { start: at(match.index), end: at(match.index + whole.length) },
    });
  }
  return found;
}
