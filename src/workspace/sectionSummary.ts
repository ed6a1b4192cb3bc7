import type { Section } from '../syntax/playbook.ts';
import type { PlaybookView } from './fileView.ts';
import { claimOfSection } from './ownership.ts';
import { sectionTitle, type Owned, type OwnedTask, type Somebody } from './tasks.ts';

/** What lists show of a heading. Lines and characters are zero-based, in UTF-16 code units. */
export interface SectionSummary extends Owned {
  /** Without owner and tokens. */
  readonly title: string;
  /** Titles of the headings above it, the outermost first. */
  readonly above: readonly string[];
  readonly line: number;
  readonly character: number;
}

/** Headings that somebody owns, and those with tasks right below them: the others say nothing of who does what. */
export function summarizeSections(
  { playbook, roster, tasks }: PlaybookView,
  somebody: (parties: OwnedTask['owners']) => readonly Somebody[],
): SectionSummary[] {
  const withTasks = new Set<Section>(tasks.map((task) => task.section));
  const found: SectionSummary[] = [];
  const visit = (section: Section, above: readonly string[], inherited: OwnedTask['owners']): void => {
    const owners = claimOfSection(section, roster)?.owners ?? inherited;
    const title = sectionTitle(section);
    if (section.heading && (owners.length > 0 || withTasks.has(section))) {
      const { line, character } = section.heading.range.start;
      found.push({ title, above, line, character, owners: somebody(owners) });
    }
    const path = section.heading ? [...above, title] : above;
    for (const child of section.children) visit(child, path, owners);
  };
  visit(playbook.root, [], []);
  return found;
}
