import type { RaciCell, Row } from '../syntax/playbook.ts';
import { joinNames, partyName, shorten } from '../workspace/display.ts';
import { partiesOfValue } from '../workspace/parties.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Finding, FindingFix, Rule } from './rule.ts';
import { wordsRange } from './taskPlaces.ts';

export const raciAccountable: Rule = {
  id: 'raci-accountable',
  severity: 'warning',
  summary: 'A row of a RACI chart with no A, or with several',
  judgesForm: false,
  messages: {
    none: 'Nobody is accountable for "{task}". Write one A into its row, for the person who answers for it.',
    several:
      '{count} are accountable for "{task}": {names}. Leave the A with the one who answers for it, and make the others R.',
    first: 'The first A of this row stands here.',
  },
  fixTitles: {
    accountable: 'Make {name} Accountable, Too',
  },
  check(file, report) {
    if (file.kind !== 'playbook') return;
    for (const task of file.tasks) {
      if (task.table?.rowKind !== 'raci' || task.node.kind !== 'row') continue;
      const accountable = task.node.raci.filter(isAccountable);
      if (accountable.length === 0) report(without(file, task, task.node));
      else if (accountable.length > 1) report(withSeveral(file, task, accountable));
    }
  },
};

/** Whether a task is a row of a RACI chart that says of nobody, or of several, that they answer for it. */
export function lacksOneAccountable({ table, node }: OwnedTask): boolean {
  return table?.rowKind === 'raci' && node.kind === 'row' && node.raci.filter(isAccountable).length !== 1;
}

function isAccountable({ letters }: RaciCell): boolean {
  return letters.includes('A');
}

function without(file: PlaybookView, task: OwnedTask, row: Row): Finding {
  const fix = fixOf(file, row);
  return {
    message: 'none',
    args: { task: shorten(task.text) },
    range: wordsRange(task),
    ...(fix && { fix }),
  };
}

/** Where one alone does the work, the same most likely answers for it. */
function fixOf(file: PlaybookView, { raci }: Row): FindingFix | undefined {
  const [doer, other] = raci.filter((c) => c.letters.includes('R'));
  if (!doer || other) return undefined;
  const { start } = doer.range;
  const character = start.character + file.playbook.lines.slice(doer.range).indexOf('R');
  const at = { line: start.line, character };
  return {
    title: 'accountable',
    args: { name: nameOf(doer, file) },
    edits: [{ range: { start: at, end: at }, newText: 'A/' }],
  };
}

function withSeveral(file: PlaybookView, task: OwnedTask, accountable: readonly RaciCell[]): Finding {
  const [first, second] = accountable;
  const names = joinNames(accountable.map((c) => nameOf(c, file)));
  return {
    message: 'several',
    args: { count: accountable.length, task: shorten(task.text), names },
    range: second?.range ?? wordsRange(task),
    ...(first && { related: [{ message: 'first', args: {}, range: first.range }] }),
  };
}

function nameOf({ who }: RaciCell, { roster }: PlaybookView): string {
  const parties = partiesOfValue(who, roster);
  return parties.length > 0 ? joinNames(parties.map((p) => partyName(p, roster))) : who.text;
}
