import { lacksOneAccountable } from '../rules/raci-accountable.ts';
import { parse } from '../syntax/parse.ts';
import type { Section } from '../syntax/playbook.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { resolveOwnership } from '../workspace/ownership.ts';
import { claimOfHeading } from '../workspace/parties.ts';
import { isOpen, isOwned, type OwnedTask } from '../workspace/tasks.ts';
import { assignOwners, assignSection } from './assign.ts';

/** A section with what in it would keep its new owner from owning: placeholders, and the empty owner cells of tables. */
export interface SectionWithBlanks {
  readonly section: Section;
  /** Sections in it whose headings say that nobody does it. */
  readonly headings: readonly Section[];
  /** Open tasks that would have no owner still. */
  readonly tasks: readonly OwnedTask[];
}

/**
 * Looks for what an owner behind a heading would not reach, whoever that is. It reads the whole text once.
 * @returns undefined where no owner can stand behind the heading
 */
export function blanksOf(
  view: PlaybookView,
  section: Section,
  handle: string,
): SectionWithBlanks | undefined {
  const own = assignSection(view, section, handle);
  if (!own) return undefined;
  const headings = [...sectionsIn(section)].filter(
    ({ heading }) => heading && claimOfHeading(heading, view.roster)?.nobody,
  );
  const edits = [...own, ...headings.flatMap((s) => assignSection(view, s, handle) ?? [])];
  const { playbook, roster } = view;
  const after = resolveOwnership(parse(applyEdits(playbook.lines.text, edits)), roster);
  const isSame = after.length === view.tasks.length;
  const isIn = ({ node }: OwnedTask) =>
    section.startLine <= node.range.start.line && node.range.start.line < section.endLine;
  const tasks = view.tasks.filter((task, i) => {
    const then = after[i];
    return isSame && then && isIn(task) && isOpen(task) && !isOwned(then) && !lacksOneAccountable(task);
  });
  return { section, headings, tasks };
}

/** How many places say that nobody does it. */
export function countBlanks({ headings, tasks }: SectionWithBlanks): number {
  return headings.length + tasks.length;
}

/**
 * The edits after which somebody owns a section and every open task in it that nobody owns.
 * @returns undefined where the owner would not be read as such behind the heading
 */
export function assignWholeSection(
  view: PlaybookView,
  { section, headings, tasks }: SectionWithBlanks,
  handle: string,
): TextEdit[] | undefined {
  const own = assignSection(view, section, handle);
  if (!own) return undefined;
  const below = headings.flatMap((s) => assignSection(view, s, handle) ?? []);
  const each = tasks.length > 0 ? assignOwners(view, tasks, handle).flat() : [];
  return [...own, ...below, ...each];
}

function* sectionsIn({ children }: Section): Generator<Section> {
  for (const child of children) {
    yield child;
    yield* sectionsIn(child);
  }
}
