import * as vscode from 'vscode';
import type { Completion } from '../language/completion.ts';
import { completions } from '../language/completions.ts';
import { localize } from './localize.ts';
import type { FileView } from '../workspace/fileView.ts';
import { toVsRange } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Judge } from './judge.ts';
import { PLAYBOOKS_AND_ROSTERS } from './selector.ts';
import { today } from './today.ts';
import { dateLabel, weekdayLabel } from './views/dayLabel.ts';

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  person: vscode.CompletionItemKind.User,
  team: vscode.CompletionItemKind.Class,
  role: vscode.CompletionItemKind.Interface,
  token: vscode.CompletionItemKind.Keyword,
  goal: vscode.CompletionItemKind.Event,
  asset: vscode.CompletionItemKind.File,
  task: vscode.CompletionItemKind.Reference,
  value: vscode.CompletionItemKind.Value,
  day: vscode.CompletionItemKind.Value,
  key: vscode.CompletionItemKind.Property,
  rule: vscode.CompletionItemKind.Constant,
  severity: vscode.CompletionItemKind.EnumMember,
  comment: vscode.CompletionItemKind.Keyword,
};

/** What opens the list in text, where quick suggestions are off. */
const TEXT_TRIGGERS = ['@', ':', ','];
/** What opens it in YAML and in comments besides. */
const SWITCH_TRIGGERS = [' ', '-', '{', '[', '\n'];

/** Names behind `@`, token keys and their values; keys, handles, rules and severities in YAML; rules in comments. */
export function registerCompletions(documents: Documents, judge: Judge): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    PLAYBOOKS_AND_ROSTERS,
    {
      async provideCompletionItems(document, position, _token, { triggerCharacter: trigger }) {
        if (
          trigger !== undefined &&
          SWITCH_TRIGGERS.includes(trigger) &&
          !mayHoldSwitch(document, position)
        ) {
          return [];
        }
        const view = await documents.viewOnceRead(document);
        if (!view) return [];
        const judged = (file: FileView) => judge.problems(file);
        const found = completions(view, position, { trigger, today: today(), judge: judged });
        // A day in words may end otherwise than it began: each letter asks again.
        const isIncomplete = found.some((c) => c.kind === 'day');
        return new vscode.CompletionList(found.map(toItem), isIncomplete);
      },
    },
    // eslint-disable-next-line no-restricted-syntax -- VS Code wants them so, and they are few and ours
    ...[...TEXT_TRIGGERS, ...SWITCH_TRIGGERS],
  );
}

/** A space is typed all the time: reading the document each time would cost more than it is worth. */
function mayHoldSwitch(document: vscode.TextDocument, { line, character }: vscode.Position): boolean {
  if (document.languageId === 'yaml') return true;
  if (document.lineAt(line).text.slice(0, character).includes('<!--')) return true;
  if (!document.lineAt(0).text.startsWith('---')) return false;
  for (let above = 1; above < line; above++) if (document.lineAt(above).text.startsWith('---')) return false;
  return true;
}

function toItem(c: Completion): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: c.label, description: descriptionOf(c) }, KINDS[c.kind]);
  item.insertText =
    c.behindCaret === undefined
      ? c.insertText
      : new vscode.SnippetString().appendText(c.insertText).appendTabstop(0).appendText(c.behindCaret);
  item.filterText = c.filterText;
  item.sortText = String(c.rank).padStart(6, '0');
  item.range = toVsRange(c.range);
  // Indents are part of the text, and VS Code would make its own of them.
  item.keepWhitespace = true;
  if (c.opensNext) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}

function descriptionOf({ detail }: Completion): string {
  if (typeof detail === 'string') return detail;
  if ('day' in detail) return detail.namesWeekday ? dateLabel(detail.day) : weekdayLabel(detail.day);
  return 'template' in detail ? localize(detail) : detail.map(localize).join(' · ');
}
