import { lex } from '../syntax/lexemes.ts';
import type { Mention } from '../syntax/playbook.ts';
import type { PlaybookView } from './fileView.ts';
import { isMention } from './parties.ts';
import type { OwnedTask } from './tasks.ts';

const CAPITAL = /^[\p{Lu}\p{Lt}\p{Lo}]/u;

/**
 * Everybody whom a task's words name, owner or not: the mentions, then whom the roster knows by a name in plain words.
 * "The marketing plan" names no team; "Marketing writes the plan" does.
 */
export function namesIn(
  { words }: OwnedTask,
  { playbook: { lines }, roster }: PlaybookView,
): readonly Mention[] {
  const mentions = words.mentions.filter((m) => isMention(m, roster));
  const { lexicon } = roster;
  const text = lexicon ? lines.slice(words.range) : '';
  if (!lexicon?.mayKnow(text)) return mentions;
  const base = lines.offsetAt(words.range.start);
  const names = lex(text, lexicon).flatMap((l): Mention[] => {
    if (l.type !== 'name' || (l.kind !== 'person' && !CAPITAL.test(text.slice(l.start, l.end)))) return [];
    return [{ handle: l.handle, range: lines.rangeAt(base + l.start, base + l.end), form: 'name' }];
  });
  return [...mentions, ...names];
}
