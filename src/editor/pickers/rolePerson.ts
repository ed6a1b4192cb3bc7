import * as vscode from 'vscode';
import { normalizeHandle } from '../../workspace/handles.ts';
import type { Owner } from '../../workspace/rosterTypes.ts';
import type { ChosenPeople } from '../chosenPeople.ts';
import type { Documents } from '../documents.ts';
import { rosterAt } from '../rosterFile.ts';
import { today } from '../today.ts';
import type { TeamOfNew } from './addPerson.ts';
import { askForPerson } from './people.ts';
import type { Step } from './quickPick.ts';

/** A question of the new playbook: who has a role. */
export interface RoleQuestion {
  readonly title: string;
  /** By which the answer is remembered. */
  readonly role: string;
  /** A file that sees the rosters which the new playbook will see. */
  readonly place: vscode.Uri;
  /** Who leads the team or whose title says so: may be taken with Enter. */
  readonly evident: readonly Owner[];
  /** Who might do it as well as others. */
  readonly possible: readonly Owner[];
  readonly teamOfNew?: TeamOfNew | 'none';
  readonly step: Step;
}

/** A handle, nobody for this role, or nobody for all the roles to come. */
export type RoleAnswer = { readonly handle: string } | 'nobody' | 'stop';

/**
 * Asks who has a role. Whoever had it last time comes first, else who has it evidently; Enter alone takes nobody where
 * that says nothing, so that it makes no one the owner of everything.
 * @returns undefined when the question was dismissed
 */
export async function askForRole(
  documents: Documents,
  chosen: ChosenPeople,
  question: RoleQuestion,
): Promise<RoleAnswer | undefined> {
  const last = chosen.get(question.role);
  const before =
    typeof last === 'string'
      ? rosterAt(documents, question.place).people.get(normalizeHandle(last))
      : undefined;
  const isHere = before && (before.left === undefined || before.left > today());
  const remembered = isHere ? before : undefined;
  const evident = question.evident.filter((o) => o !== remembered);
  // Who said that there is nobody yet is not asked to correct us.
  const likely = last === null ? [] : evident;
  const answer = await askForPerson(documents, {
    title: question.title,
    placeholder: vscode.l10n.t('Choose somebody, or type a new name'),
    uri: question.place,
    ...(remembered && { remembered }),
    likely,
    possible: [...evident.filter((o) => !likely.includes(o)), ...question.possible].filter(
      (o) => o !== remembered,
    ),
    ...(question.teamOfNew !== undefined && { teamOfNew: question.teamOfNew }),
    step: question.step,
    after: [
      {
        id: 'nobody',
        label: vscode.l10n.t('Nobody Yet'),
        description: vscode.l10n.t('the tasks wait for an owner'),
        icon: 'circle-slash',
      },
      {
        id: 'stop',
        label: vscode.l10n.t('Skip; Assign People Later'),
        description: vscode.l10n.t('you can assign everybody later'),
        icon: 'debug-step-over',
      },
    ],
  });
  if (!answer) return undefined;
  if ('handle' in answer) {
    await chosen.set(question.role, answer.handle);
    return answer;
  }
  if (answer.choice === 'stop') return 'stop';
  await chosen.set(question.role, null);
  return 'nobody';
}
