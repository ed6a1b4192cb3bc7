import type { TokenKey } from '../syntax/playbook.ts';

/** A token as one writes it: `goal:leads`, `goal:"more leads"`. */
export function writtenToken(key: TokenKey, id: string): string {
  return /[\s,]/.test(id) ? `${key}:"${id}"` : `${key}:${id}`;
}
