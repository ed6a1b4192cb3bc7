import type { Range } from '../text/range.ts';
import { joinNames, partyName, shorten } from '../workspace/display.ts';
import { isOpen, sectionTitle, type OwnedTask, type Party } from '../workspace/tasks.ts';
import type { Rule } from './rule.ts';
import { wordsRange } from './taskPlaces.ts';

export const ownerShared: Rule = {
  id: 'owner-shared',
  severity: 'off',
  summary: 'A task with two owners or more',
  judgesForm: false,
  messages: {
    task: '{names} share "{task}". Leave the one who answers for it, and ask the others for help, such as with {example}.',
    section:
      '{names} share the tasks of "{section}". Leave the one who answers for them, or give each task an owner of its own.',
    document:
      '{names} share the tasks of this document. Leave the one who answers for them, or give each task an owner of its own.',
  },
  fixTitles: {},
  check(file, report) {
    if (file.kind !== 'playbook') return;
    // Tasks that inherit the same group hold the same list: it is judged once, where it is written.
    const seen = new Set<readonly Party[]>();
    for (const task of file.tasks) {
      if (task.owners.length < 2 || !isOpen(task) || seen.has(task.owners)) continue;
      seen.add(task.owners);
      const owners = sharing(task);
      if (owners.length < 2) continue;
      const names = joinNames(owners.map((o) => partyName(o, file.roster)));
      const range = spanOf(owners) ?? wordsRange(task);
      if (task.source === 'section') {
        const section = sectionTitle(writtenIn(task, range));
        const message = section === '' ? 'document' : 'section';
        report({ message, args: { names, section: shorten(section) }, range });
      } else {
        const helper = owners.slice(1).find((o) => o.entry ?? o.mentioned);
        const example = `help:@${helper?.handle ?? 'lee'}`;
        report({ message: 'task', args: { names, task: shorten(task.text), example }, range });
      }
    }
  },
};

/**
 * Who shares the place of the one who answers for it. In a RACI chart, and beside an `Accountable` column, those who
 * do the work stand in places of their own.
 */
function sharing({ owners, node, table }: OwnedTask): readonly Party[] {
  if (table?.rowKind === 'raci') return [];
  if (node.kind !== 'row') return owners;
  const [first] = owners;
  const cell = node.owners.find((value) => first?.range && isIn(first.range, value.range));
  return cell ? owners.filter((o) => o.range && isIn(o.range, cell.range)) : owners;
}

function isIn(inner: Range, outer: Range): boolean {
  return (
    inner.start.line === outer.start.line &&
    inner.start.character >= outer.start.character &&
    inner.end.character <= outer.end.character
  );
}

/** From the first owner to the last. */
function spanOf(owners: readonly Party[]): Range | undefined {
  const start = owners[0]?.range?.start;
  const end = owners.at(-1)?.range?.end;
  return start && end && { start, end };
}

/** The section around a task whose heading or owner line stands at a range. */
function writtenIn(task: OwnedTask, { start }: Range) {
  let section = task.section;
  while (section.parent && section.startLine > start.line) section = section.parent;
  return section;
}
