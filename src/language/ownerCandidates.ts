import type { Section } from '../syntax/playbook.ts';
import type { Owner, Person } from '../workspace/rosterTypes.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/workspaceIndex.ts';

/**
 * Who may own a task, the likeliest first: people the text names, people who own something in the same section or
 * the ones around it, then everybody else by name. Who has left is not offered.
 */
export function ownerCandidates(view: PlaybookView, task: OwnedTask): Owner[] {
  const { roster } = view;
  const found = new Map<string, Owner>();
  const add = (owner: Owner | undefined) => {
    if (owner && !(owner.kind === 'person' && owner.left !== undefined))
      found.set(`${owner.kind} ${owner.handle}`, owner);
  };
  for (const mention of task.words.mentions) add(roster.resolve(mention.handle));
  for (let section: Section | undefined = task.section; section; section = section.parent) {
    for (const other of view.tasks)
      if (other.section === section)
        other.owners.forEach((o) => {
          add(o.entry);
        });
  }
  const people = [...roster.people.values()].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  people.forEach(add);
  return [...found.values()];
}

function nameOf(person: Person): string {
  return person.name ?? person.handle;
}
