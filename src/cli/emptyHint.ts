import { displayPath } from './paths.ts';
import type { Target } from './targets.ts';
import { printable } from './wording.ts';

/** For somebody who runs the program in a folder without playbooks: what one is, and how to begin. */
export function emptyHint(cwd: string, targets: readonly Target[]): string {
  const places = targets.map((t) => (t.path === cwd ? 'this folder' : printable(displayPath(cwd, t.path))));
  return [
    `No playbooks found in ${places.join(', ') || 'this folder'}.`,
    'A playbook is a file named something.playbook.md. To begin, write this into team.playbook.md:',
    '',
    '  - [ ] Call the first customer @maria',
    '',
    'To check Markdown files that you already have, list them in a file roster.yml beside them:',
    '',
    '  playbooks: ["handbook/**/*.md"]',
    '',
  ].join('\n');
}
