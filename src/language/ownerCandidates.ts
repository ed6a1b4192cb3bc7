import type { Section } from '../syntax/playbook.ts';
import type { Owner, Person } from '../workspace/rosterTypes.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { namesIn } from '../workspace/namesIn.ts';

/**
 * Who may own a task, the likeliest first: people the text names, people who own something in the same section or
 * the ones around it, then everybody else by name. Who has left is not offered.
 */
export function ownerCandidates(view: PlaybookView, task: OwnedTask): Owner[] {
  const likely = likelyOwners(view, task);
  const people = [...view.roster.people.values()].filter(canOwn);
  people.sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return [...new Set([...likely, ...people])];
}

/** Whom the text names, then whoever owns something in the same section or the ones around it. */
export function likelyOwners(view: PlaybookView, task: OwnedTask): Owner[] {
  const found = new Set<Owner>();
  const add = (owner: Owner | undefined) => {
    if (owner && canOwn(owner)) found.add(owner);
  };
  for (const { handle } of namesIn(task, view))
    add(view.roster.resolve(handle) ?? view.roster.findByName(handle));
  for (let section: Section | undefined = task.section; section; section = section.parent) {
    for (const other of view.tasks)
      if (other.section === section)
        other.owners.forEach((o) => {
          add(o.entry);
        });
  }
  return [...found];
}

function canOwn(owner: Owner): boolean {
  return !(owner.kind === 'person' && owner.left !== undefined);
}

function nameOf(person: Person): string {
  return person.name ?? person.handle;
}
