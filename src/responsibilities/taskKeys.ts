import type { TaskSummary } from '../workspace/playbookSummary.ts';

interface Keyed {
  readonly key: string;
  readonly task: TaskSummary;
}

/**
 * Carries keys from the tasks of a text over to those of its next version, so that a view can keep a task selected
 * while it is typed. What is the same at the start and at the end keeps its key; between these, tasks are recognized
 * by their words, and the rest is paired in order, as an edit in place leaves it.
 * @param fresh makes a key that was never used
 * @returns one key for each task of `next`
 */
export function carryKeys(
  previous: readonly Keyed[],
  next: readonly TaskSummary[],
  fresh: () => string,
): string[] {
  if (previous.length === 0) return next.map(fresh);
  const keys: (string | undefined)[] = next.map(() => undefined);
  let start = 0;
  let end = 0;
  const most = Math.min(previous.length, next.length);
  const keep = (from: number, to: number): boolean => {
    const [old, task] = [previous[from], next[to]];
    if (!old || !task || !isSame(old.task, task)) return false;
    keys[to] = old.key;
    return true;
  };
  while (start < most && keep(start, start)) start++;
  while (end < most - start && keep(previous.length - 1 - end, next.length - 1 - end)) end++;

  const waiting = new Map<string, Keyed[]>();
  for (const old of previous.slice(start, previous.length - end)) {
    const words = wordsOf(old.task);
    const list = waiting.get(words);
    if (list) list.push(old);
    else waiting.set(words, [old]);
  }
  const gone = new Set([...waiting.values()].flat());
  for (let i = start; i < next.length - end; i++) {
    const task = next[i];
    const old = task && waiting.get(wordsOf(task))?.shift();
    if (!old) continue;
    keys[i] = old.key;
    gone.delete(old);
  }
  const left = [...gone].map((old) => old.key);
  return keys.map((key) => key ?? left.shift() ?? fresh());
}

function isSame(a: TaskSummary, b: TaskSummary): boolean {
  return wordsOf(a) === wordsOf(b);
}

function wordsOf({ kind, text }: TaskSummary): string {
  return `${kind} ${text}`;
}
