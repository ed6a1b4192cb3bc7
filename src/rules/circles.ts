/**
 * The circles in a graph, one for each group of nodes that can all reach each other: a shortest one through the first
 * node of the group that lies on any. Breaking it and asking again finds the next. Takes time in proportion to nodes
 * and steps for each group.
 * @param nodes in the order in which circles are to begin
 * @param next where one can go from a node; nodes that are not in `nodes` lead nowhere
 */
export function findCircles<T>(nodes: Iterable<T>, next: (node: T) => readonly T[]): T[][] {
  const all = [...nodes];
  const groups = groupsOf(all, next);
  const seen = new Set<number>();
  const circles: T[][] = [];
  for (const node of all) {
    const group = groups.get(node);
    if (group === undefined || seen.has(group)) continue;
    const circle = circleThrough(node, (n) => next(n).filter((m) => groups.get(m) === group));
    if (!circle) continue;
    seen.add(group);
    circles.push(circle);
  }
  return circles;
}

/** A shortest way from a node back to itself. */
function circleThrough<T>(start: T, next: (node: T) => readonly T[]): T[] | undefined {
  const from = new Map<T, T>();
  // Grows while it is walked.
  const queue = [start];
  for (const node of queue) {
    for (const to of next(node)) {
      if (to === start) return wayTo(node, from);
      if (from.has(to)) continue;
      from.set(to, node);
      queue.push(to);
    }
  }
  return undefined;
}

function wayTo<T>(end: T, from: ReadonlyMap<T, T>): T[] {
  const way = [end];
  for (let node = from.get(end); node !== undefined; node = from.get(node)) way.push(node);
  return way.reverse();
}

/**
 * Tarjan's strongly connected components: the number of the group that each node is in. Without recursion, as a chain
 * of tasks may be thousands long.
 */
function groupsOf<T>(nodes: readonly T[], next: (node: T) => readonly T[]): Map<T, number> {
  const group = new Map<T, number>();
  const index = new Map<T, number>();
  const low = new Map<T, number>();
  const path: T[] = [];
  const onPath = new Set<T>();
  let groups = 0;
  for (const root of nodes) {
    if (index.has(root)) continue;
    const calls: { readonly node: T; readonly rest: Iterator<T> }[] = [];
    const enter = (node: T) => {
      index.set(node, index.size);
      low.set(node, index.size - 1);
      path.push(node);
      onPath.add(node);
      calls.push({ node, rest: next(node)[Symbol.iterator]() });
    };
    const lower = (node: T, to: number | undefined) => {
      low.set(node, Math.min(low.get(node) ?? 0, to ?? Infinity));
    };
    enter(root);
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      const { node, rest } = call;
      const step = rest.next();
      if (step.done !== true) {
        if (!index.has(step.value)) enter(step.value);
        else if (onPath.has(step.value)) lower(node, index.get(step.value));
        continue;
      }
      calls.pop();
      const caller = calls.at(-1)?.node;
      if (caller !== undefined) lower(caller, low.get(node));
      if (low.get(node) !== index.get(node)) continue;
      for (let member = path.pop(); member !== undefined; member = path.pop()) {
        onPath.delete(member);
        group.set(member, groups);
        if (member === node) break;
      }
      groups++;
    }
  }
  return group;
}
