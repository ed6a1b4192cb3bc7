/**
 * A text made to be as slow to read as its size allows: one thing, over and over. Nothing of ours may take more than
 * linear time for any of them, since whoever opens a repository did not write what is in it.
 */
export interface Shape {
  /** A playbook of about so many characters. */
  readonly playbook: (size: number) => string;
  /** The roster beside it, where that is what grows; otherwise a small one. */
  readonly roster?: (size: number) => string;
}

export type Shapes = Readonly<Record<string, Shape>>;

export function repeat(unit: string, size: number): string {
  return unit.repeat(Math.max(1, Math.floor(size / unit.length)));
}

/** Lines until there are `size` characters. */
export function lines(line: (i: number) => string, size: number): string {
  const out: string[] = [];
  for (let i = 0, length = 0; length < size; i++) {
    const next = line(i);
    out.push(next);
    length += next.length + 1;
  }
  return `${out.join('\n')}\n`;
}

/** The same with something different each time, in one line. */
export function pieces(piece: (i: number) => string, size: number): string {
  const out: string[] = [];
  for (let i = 0, length = 0; length < size; i++) {
    const next = piece(i);
    out.push(next);
    length += next.length;
  }
  return out.join('');
}

export function times(count: number, piece: (i: number) => string, between = ''): string {
  return Array.from({ length: Math.max(1, Math.floor(count)) }, (_, i) => piece(i)).join(between);
}

/** One task of one line. */
export function inTask(unit: string, before = '', after = ''): Shape {
  return { playbook: (n) => `- [ ] ${before}${repeat(unit, n)}${after}` };
}

export function inLines(line: (i: number) => string, before = ''): Shape {
  return { playbook: (n) => before + lines(line, n) };
}

export function inFrontMatter(yaml: (size: number) => string): Shape {
  return { playbook: (n) => `---\n${yaml(n)}---\n- [ ] a` };
}

export function inRoster(roster: (size: number) => string, playbook = '- [ ] a\n'): Shape {
  return { playbook: () => playbook, roster };
}
