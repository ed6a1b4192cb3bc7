import type { Block, Task } from './playbook.ts';
import type { BodyPart } from './body.ts';

/** The same part, `lines` further down. Nodes are plain data, so every `line` in them is a position's. */
export function shiftPart(part: BodyPart, lines: number): BodyPart {
  const moved = new Map<Task, Task>();
  const blocks = part.blocks.map((block): Block => {
    if (block.kind !== 'task') return shift(block, lines);
    const { parent, ...rest } = block;
    // A parent stands before its children, so it has moved already.
    const task: Task = { ...shift(rest, lines), parent: parent && (moved.get(parent) ?? parent) };
    moved.set(block, task);
    return task;
  });
  return {
    blocks,
    directives: shift(part.directives, lines),
    problems: shift(part.problems, lines),
    openEnded: part.openEnded,
    tooDeepAt: part.tooDeepAt === undefined ? undefined : part.tooDeepAt + lines,
  };
}

function shift<T>(node: T, lines: number): T {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) {
    return (node.length === 0 ? node : node.map((item: unknown) => shift(item, lines))) as T;
  }
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    copy[key] = key === 'line' && typeof value === 'number' ? value + lines : shift<unknown>(value, lines);
  }
  return copy as T;
}
