import * as vscode from 'vscode';
import { assignWholeSection, blanksOf } from '../../language/assignSection.ts';
import { likelyOwners } from '../../language/ownerCandidates.ts';
import { shorten } from '../../workspace/display.ts';
import type { PlaybookView } from '../../workspace/fileView.ts';
import { sectionTitle } from '../../workspace/tasks.ts';
import { sectionAt } from '../../syntax/sections.ts';
import type { Documents } from '../documents.ts';
import { applyFileEdits, editsOf } from '../editTasks.ts';
import type { Me } from '../me.ts';
import { askForPerson } from '../pickers/people.ts';
import { askWhoIAm } from './setMe.ts';

/** What the command is called with: the section whose heading stands on a line. */
export interface SectionTarget {
  /** Of the playbook. */
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
  /** Absent: somebody is asked for. */
  readonly who?: 'me';
}

/** Behind quick fixes of a heading: asks for somebody, who then owns the section and every blank in it. */
export function registerAssignSection(documents: Documents, me: Me): vscode.Disposable {
  return vscode.commands.registerCommand(
    'playbook.assignSection',
    async ({ uri, line, who }: SectionTarget) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
      const view = await documents.viewOnceRead(document);
      if (view?.kind !== 'playbook') return;
      const handle =
        who === 'me'
          ? ((await me.handle(documents, document.uri)) ?? (await askWhoIAm(documents, me, document.uri)))
          : await askForOwner(documents, me, view, line);
      if (handle === undefined) return;
      // The text may have changed while the question was open.
      const fresh = documents.view(document);
      if (fresh?.kind !== 'playbook') return;
      const blanks = blanksOf(fresh, sectionAt(fresh.playbook.root, line), handle);
      const edits = blanks && assignWholeSection(fresh, blanks, handle);
      if (edits) await applyFileEdits([editsOf(document, edits)]);
      else
        void vscode.window.showInformationMessage(
          vscode.l10n.t(
            '@{handle} would not be read as the owner behind this heading. Write the name yourself.',
            {
              handle,
            },
          ),
        );
    },
  );
}

async function askForOwner(
  documents: Documents,
  me: Me,
  view: PlaybookView,
  line: number,
): Promise<string | undefined> {
  const uri = vscode.Uri.parse(view.uri);
  const section = sectionAt(view.playbook.root, line);
  const first = view.tasks.find((t) => t.node.range.start.line >= section.startLine);
  const answer = await askForPerson(documents, {
    title: vscode.l10n.t('Assign the Section: {section}', { section: shorten(sectionTitle(section)) }),
    placeholder: vscode.l10n.t('Who answers for it? Choose somebody, or type a new name'),
    uri,
    likely: first ? likelyOwners(view, first) : [],
    me: await me.handle(documents, uri),
    teams: true,
  });
  return answer && 'handle' in answer ? answer.handle : undefined;
}
