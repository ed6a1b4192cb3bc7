import type { Problem } from '../rules/rule.ts';
import type { DayDetail } from './dayDetail.ts';
import type { Message } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Owner } from '../workspace/rosterTypes.ts';
import type { FileView } from '../workspace/fileView.ts';

/** One entry of the list that opens while typing. */
export interface Completion {
  readonly kind:
    | 'person'
    | 'team'
    | 'role'
    | 'token'
    | 'goal'
    | 'asset'
    | 'task'
    | 'value'
    | 'day'
    | 'key'
    | 'rule'
    | 'severity'
    | 'comment';
  readonly label: string;
  /** Behind the label: a name, a meaning; several are told apart by dots. */
  readonly detail: Message | string | readonly Message[] | DayDetail;
  readonly insertText: string;
  /** What the caret then stands in front of: the end of the comment. */
  readonly behindCaret?: string;
  /** What typing is matched against: the handle and the name, with and without accents. */
  readonly filterText: string;
  /** Entries stand in the order of their ranks; 0 first. */
  readonly rank: number;
  /** The text that the entry replaces, in one line. */
  readonly range: Range;
  /** Whether the next list opens at once: behind `due:` come its values. */
  readonly opensNext: boolean;
}

/** What a list is asked for with. */
export interface CompletionContext {
  /** The character whose typing opens the list; undefined when somebody asks for it. */
  readonly trigger?: string | undefined;
  /** The calendar day where the user is, `YYYY-MM-DD`; by the clock where it is not given. */
  readonly today?: string;
  /** The problems of a file. */
  readonly judge?: (view: FileView) => readonly Problem[];
}

/** What typing finds somebody by beside the handle: the name as it is shown and the aliases, with and without accents. */
export function filterNames({ aliases }: Owner, shown: string): string {
  return [shown, ...aliases].map((name) => `${name} ${plain(name)}`).join(' ');
}

/** Without accents: `Maria Lopez` finds `María López`. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
