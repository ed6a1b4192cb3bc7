import { lastWhere } from '../text/sorted.ts';
import type { Block, Heading, OwnerLine, Section, Table, Task } from './playbook.ts';

type MutableSection = {
  -readonly [K in keyof Section]: Section[K] extends readonly (infer T)[] ? T[] : Section[K];
} & {
  parent: MutableSection | undefined;
  children: MutableSection[];
};

/** Hangs the blocks of a document under its headings. Fresh objects each time, as a heading above changes them all. */
export function buildSections(blocks: readonly Block[], lineCount: number): Section {
  const root = section(undefined, undefined, 0, lineCount);
  let current = root;
  let seenTask = false;
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading': {
        const line = block.range.start.line;
        while (current.parent && (current.heading?.level ?? 0) >= block.level) {
          current.endLine = line;
          current = current.parent;
        }
        const child = section(block, current, line, lineCount);
        current.children.push(child);
        current = child;
        seenTask = false;
        break;
      }
      case 'task':
        current.items.push(block);
        seenTask = true;
        break;
      case 'ownerLine':
        // An owner line speaks for its section only before the section's first task.
        if (!seenTask) current.ownerLines.push(block);
        break;
      case 'table':
        if (block.keyValue && !seenTask) current.ownerLines.push(block);
        current.items.push(block);
        if (!block.keyValue) seenTask = true;
        break;
    }
  }
  return root;
}

/** The innermost section that a line is part of, its heading included. */
export function sectionAt(root: Section, line: number): Section {
  let section = root;
  for (;;) {
    const inner = section.children[lastWhere(section.children, (s) => s.startLine <= line)];
    if (!inner || line >= inner.endLine) return section;
    section = inner;
  }
}

function section(
  heading: Heading | undefined,
  parent: MutableSection | undefined,
  startLine: number,
  endLine: number,
): MutableSection {
  const ownerLines: (OwnerLine | Table)[] = [];
  const items: (Task | Table)[] = [];
  return { heading, parent, children: [], ownerLines, items, startLine, endLine };
}
