/** Words in a line that say something about the mention beside them. All in lower case. */

import { ownerHeaders } from './ownerWords.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Behind one of these a bare mention at the end is somebody the task concerns, not its owner. */
export const prepositions = set(
  'for to with from by of at via ask tell notify ping cc thank thanks tagged tagging',
);

/** The same, but only where they are what is to be done: "Follow @partner". */
export const addressingVerbs = set('tag follow mention invite dm message email credit');

/** What begins with one of these says whom to address, not who does it: "Notify leadership - CEO, CTO". */
export const addressingStarts = set(
  'notify tell ask inform ping alert thank contact invite tag mention email message',
);

/** Behind one of these an addressing verb begins a step of its own. */
export const stepWords = set('and then to please');

/** `for @sam` at the end is set aside, so that what stands before it is the end. */
export const asideWords = set('for cc fyi via with');

/** The same right before a colon: `reviewer: @sam`. */
export const asideLabels = set(
  'cc fyi via with backup reviewer reviewers review approver contact consulted informed support copy',
);

/** `Maria tasks`, `Kate's to-dos`. */
export const taskNouns = set(
  'task tasks responsibilities responsibility checklist to-do to-dos todo todos duties homework preparation ' +
    'タスク チェックリスト 責任 aufgaben tâches tareas tarefas compiti taken',
);

/** Before a day: "due Friday", "by 10 January". */
export const dueWords = set('due by before until till deadline on eod eta');

/** What a day is made of, digits aside. */
export const dayWords = set(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec today tomorrow tonight noon eod eow eom cob ' +
    'week month quarter year end of the next this',
);

/** Whether the words before a colon or in brackets name an owner. */
export function isOwnerLabel(words: string): boolean {
  return ownerHeaders.has(words) || words === 'lead' || words === 'leads' || words === 'driver';
}
