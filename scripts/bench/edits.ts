import type { Random } from './random.ts';

const KEYS = 'abcdefghijklmnopqrstuvwxyz @';
const TASK = /^( *[-*+] \[[ xX]\] )/;

/**
 * Changes a text in one random place as one key does: a letter in a task's words, Enter there (which goes on with a new
 * task, as in VS Code), or Backspace.
 * @param lines the text; changed in place
 * @throws Error when no task is found
 */
export function pressKey(lines: string[], random: Random): void {
  const at = randomTask(lines, random);
  const line = lines[at] ?? '';
  const start = TASK.exec(line)?.[0] ?? '';
  const column = random.between(start.length, line.length);
  const key = random.next();
  if (key < 0.6) {
    lines[at] = line.slice(0, column) + KEYS.charAt(random.between(0, KEYS.length - 1)) + line.slice(column);
  } else if (key < 0.8) {
    const next = start.replace(/[xX]/, ' ') + line.slice(column).trimStart();
    lines.splice(at, 1, line.slice(0, column), next);
  } else if (column > start.length) {
    lines[at] = line.slice(0, column - 1) + line.slice(column);
  } else {
    // Right behind the box, Backspace eats the space and leaves what is no task for the moment.
    lines[at] = start.slice(0, -1) + line.slice(column);
  }
}

function randomTask(lines: readonly string[], random: Random): number {
  // Tasks are frequent in what is measured here; a text that has none must not hang the run.
  for (let tries = 0; tries < 10_000; tries++) {
    const at = random.between(0, lines.length - 1);
    if (TASK.test(lines[at] ?? '')) return at;
  }
  throw new Error('The text to type into has no task.');
}
