import type { MessageArgs } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { TextEdit } from '../text/textEdit.ts';
import type { NewEntry } from '../workspace/newEntry.ts';
import type { Place, Severity } from '../workspace/rosterTypes.ts';
import type { FileView } from '../workspace/fileView.ts';
import type { RuleId } from '../workspace/ruleIds.ts';
import type { WorkspaceFacts } from '../workspace/workspaceFacts.ts';
import type { DirectiveUse } from './suppression.ts';

/**
 * One check. A plain object, so that the editor, the command line, the documentation and the translations all read
 * the same list. `check` is pure: it reports what it sees and changes nothing.
 */
export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  /** One line for lists of rules. */
  readonly summary: string;
  /** Whether it also judges a document with `template: true`, and rosters. */
  readonly judgesForm: boolean;
  /** Whether it asks what all playbooks say together. Until they have been read, such a rule is not run. */
  readonly asksWorkspace?: true;
  /** Sentences for the user; English, with `{name}` for arguments. */
  readonly messages: Readonly<Record<string, string>>;
  /** Titles of its fixes, likewise. */
  readonly fixTitles: Readonly<Record<string, string>>;
  readonly check: (file: FileView, report: (finding: Finding) => void, settings: RuleSettings) => void;
}

/** What a rule is told beside the file. */
export interface RuleSettings {
  /** From how many unowned tasks, if they are more than half, a section is reported as one; 0 for never. */
  readonly foldUnowned: number;
  /** The calendar day where the user is, `YYYY-MM-DD`. */
  readonly today: string;
  /** The file's suppression comments. Whether they are of use is known to the last rule only, as it runs after all others. */
  readonly suppressions: readonly DirectiveUse[];
  /** What all playbooks say together. @throws Error for a rule that does not say that it asks */
  readonly facts: () => WorkspaceFacts;
  /**
   * Whether there is a file.
   * @param place of the roster or front matter that names it
   * @param file as written: relative to the folder of the place, or with `/` at its front to the workspace's
   * @returns undefined while that is not known
   */
  readonly hasFile: (place: Place, file: string) => boolean | undefined;
  /**
   * Whether a rule has judged this file until now: not when it is off, or failed. Without a rule: whether all have that
   * are on unless somebody switches them off.
   */
  readonly hasJudged: (rule: string | undefined) => boolean;
  /** Whether a comment silences a rule at a place. To ask is no use of the comment. */
  readonly isSilent: (rule: RuleId, range: Range) => boolean;
  /** Whether a problem of a rule is known there from before. To ask does not use it up. */
  readonly isKnown: (rule: RuleId, spot: Spot) => boolean;
}

/** What a rule found. `message` is a key of the rule's messages. */
export interface Finding {
  readonly message: string;
  readonly args: MessageArgs;
  readonly range: Range;
  /**
   * What it is about, in words that stay, where it might as well stand at another task: the first of several, one of a
   * circle. A baseline knows it by this, whichever task it stands at.
   */
  readonly subject?: string;
  readonly fix?: FindingFix;
  /** What somebody may choose to make of it, where nothing is certain: never done unasked, and none is preferred. */
  readonly choices?: readonly FindingFix[];
  /** What a roster would have to hold so that this problem is gone. */
  readonly entry?: NewEntry;
  /**
   * Other places that explain it: the other duplicate, the entry of the roster. Of a rule that speaks once a name, the
   * other places of that name in this file.
   */
  readonly related?: readonly RelatedPlace[];
}

/** As much of a finding as says where it stands, where else, and what it is about. */
export type Spot = Pick<Finding, 'range' | 'subject' | 'related'>;

export interface RelatedPlace {
  /** A key of the rule's messages. */
  readonly message: string;
  readonly args: MessageArgs;
  readonly range: Range;
  /** Of another file; absent for the file that is judged. */
  readonly uri?: string;
}

/** What a machine can propose. Several findings of one rule never edit the same text. */
export interface FindingFix {
  /** A key of the rule's fix titles. */
  readonly title: string;
  readonly args: MessageArgs;
  /** Edits of the same file. */
  readonly edits: readonly TextEdit[];
  /**
   * It changes spelling, never meaning, and there is one way to do it: it may be applied without asking. Never so for
   * an owner, a day or a goal.
   */
  readonly isSafe?: boolean;
  /** What it edits is a task afterwards; where it would be none, it is not offered. */
  readonly makesTask?: boolean;
}

/** A finding with everything that an editor or a report needs. */
export interface Problem extends Finding {
  readonly rule: Rule;
  readonly severity: Exclude<Severity, 'off'>;
}
