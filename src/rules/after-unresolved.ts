import type { TokenValue } from '../syntax/playbook.ts';
import { isPlaceholder, saysNobody } from '../syntax/mentions.ts';
import { comparePositions } from '../text/position.ts';
import { shorten } from '../workspace/display.ts';
import { Candidates, nearest, onlySpelling, Suggestions } from '../workspace/spelling.ts';
import { isOpen, tokenValues, type OwnedTask } from '../workspace/tasks.ts';
import { findCircles } from './circles.ts';
import type { Finding, Rule } from './rule.ts';
import { tasksWith } from './taskPlaces.ts';

export const afterUnresolved: Rule = {
  id: 'after-unresolved',
  severity: 'error',
  summary: 'A task that comes after one that does not exist, or after itself',
  judgesForm: false,
  messages: {
    unknown:
      '"{task}" comes after "{id}", but no task here has that id. Write id:{id} behind the task that comes first.',
    unknownNear: '"{task}" comes after "{id}", but no task here has that id. Did you mean "{suggestion}"?',
    itself: '"{task}" waits for itself. Name another task behind "after:", or remove it.',
    circle:
      'None of these tasks can start, as each waits for the next: {circle}. Remove "after:" from one of them.',
    waits: '"{task}" waits for "{next}".',
  },
  fixTitles: {
    change: 'Change to {text}',
  },
  check(file, report) {
    if (file.kind !== 'playbook') return;
    const waiting = tasksWith(file, 'after').filter(isOpen);
    if (waiting.length === 0) return;
    const byId = new Map<string, OwnedTask>();
    for (const task of tasksWith(file, 'id')) {
      for (const { text } of tokenValues(task.words.tokens, 'id')) {
        if (!byId.has(text)) byId.set(text, task);
      }
    }
    const unknown = new UnknownIds(byId.keys());
    const steps = new Map<OwnedTask, Step[]>();
    for (const task of waiting) {
      const after = tokenValues(task.words.tokens, 'after');
      steps.set(
        task,
        after.flatMap((value) => {
          const next = byId.get(value.text);
          const isLeftOpen = saysNobody(value.text) || isPlaceholder(value.text);
          if (!next && !isLeftOpen) report(unknown.finding(task, value));
          // What is done holds nobody up.
          return next && isOpen(next) ? [{ value, next }] : [];
        }),
      );
    }
    if (mayBeCircular(steps)) reportCircles(steps, report);
  },
};

/** One `after:`, and the task it names. */
interface Step {
  readonly value: TokenValue;
  readonly next: OwnedTask;
}

class UnknownIds {
  readonly #suggestions: Suggestions<{ readonly suggestion: string; readonly isSafe: boolean }>;

  constructor(ids: Iterable<string>) {
    const all = new Candidates(ids);
    this.#suggestions = new Suggestions((id) => {
      const [suggestion] = nearest(id, all, 1);
      return suggestion === undefined
        ? undefined
        : { suggestion, isSafe: onlySpelling(id, all) !== undefined };
    });
  }

  finding(task: OwnedTask, { text: id, range }: TokenValue): Finding {
    const found = this.#suggestions.of(id);
    const args = { task: shorten(task.text), id };
    if (!found) return { message: 'unknown', args, range };
    const { suggestion, isSafe } = found;
    const fix = {
      title: 'change',
      args: { text: suggestion },
      edits: [{ range, newText: suggestion }],
      isSafe,
    };
    return { message: 'unknownNear', args: { ...args, suggestion }, range, fix };
  }
}

/** Most tasks name only what stands above them, and then there is no way back. */
function mayBeCircular(steps: ReadonlyMap<OwnedTask, readonly Step[]>): boolean {
  for (const [{ node }, after] of steps) {
    if (after.some(({ next }) => comparePositions(next.node.range.start, node.range.start) >= 0)) return true;
  }
  return false;
}

function reportCircles(
  steps: ReadonlyMap<OwnedTask, readonly Step[]>,
  report: (finding: Finding) => void,
): void {
  for (const circle of findCircles(steps.keys(), (task) => (steps.get(task) ?? []).map((s) => s.next))) {
    const [task] = circle;
    if (!task) continue;
    const name = (t: OwnedTask) => shorten(t.text);
    const places = circle.flatMap((t, i) => {
      const next = circle[(i + 1) % circle.length];
      const step = (steps.get(t) ?? []).find((s) => s.next === next);
      return next && step ? [{ task: t, next, range: step.value.range }] : [];
    });
    const [here, ...others] = places;
    if (!here) continue;
    if (others.length === 0) {
      report({ message: 'itself', args: { task: name(task) }, range: here.range });
      continue;
    }
    report({
      message: 'circle',
      args: { circle: [...circle, task].map((t) => `"${name(t)}"`).join(' → ') },
      range: here.range,
      subject: circle
        .map((t) => t.text)
        .sort()
        .join(' → '),
      related: others.map((o) => ({
        message: 'waits',
        args: { task: name(o.task), next: name(o.next) },
        range: o.range,
      })),
    });
  }
}
