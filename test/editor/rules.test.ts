// Each rule once in real VS Code: the mistakes that its page shows are underlined, and no more once they are mended.
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { allRules } from '../../src/rules/all.ts';
import { addDays, daysBetween } from '../../src/syntax/dates.ts';
import { localDay } from '../../src/text/localDay.ts';
import { readExamples, TODAY, type Example } from '../docs/ruleExamples.ts';
import { eventually, ruleOf, workspaceUri, writeFile } from './workbench.ts';

/** The examples play on a day of their own; in VS Code it is always today. */
function asOfToday(text: string): string {
  const days = daysBetween(TODAY, localDay());
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => addDays(day, days));
}

function examplesOf(rule: string): Example[] {
  const extension = vscode.extensions.getExtension('open-playbook.marketing-sales-playbook');
  assert.ok(extension, 'VS Code does not know the extension');
  return readExamples(readFileSync(path.join(extension.extensionPath, 'docs/rules', `${rule}.md`), 'utf8'));
}

/** Writes an example and what stands beside it. @returns the file that it is about */
async function write(folder: string, example: Example): Promise<vscode.Uri> {
  const { language, text, roster, playbook, files } = example;
  const isRoster = language === 'yaml';
  const [rosterText, playbookText] = isRoster ? [text, playbook] : [roster, text];
  for (const file of files) await writeFile(`${folder}/${file}`, '');
  if (rosterText !== undefined) await writeFile(`${folder}/roster.yml`, asOfToday(rosterText));
  if (playbookText !== undefined) await writeFile(`${folder}/example.playbook.md`, asOfToday(playbookText));
  return workspaceUri(`${folder}/${isRoster ? 'roster.yml' : 'example.playbook.md'}`);
}

describe('each rule in VS Code', () => {
  const setRules = (rules: object | undefined) =>
    vscode.workspace
      .getConfiguration('playbook')
      .update('rules', rules, vscode.ConfigurationTarget.Workspace);

  before(async () => {
    const off = allRules.filter((r) => r.severity === 'off');
    await setRules(Object.fromEntries(off.map((r) => [r.id, 'warning'])));
  });

  after(async () => {
    await setRules(undefined);
    // Once, at the end: VS Code hears nothing more of a folder that goes and comes back at once.
    await vscode.workspace.fs.delete(workspaceUri('rules'), { recursive: true });
  });

  for (const { id } of allRules) {
    it(id, async () => {
      for (const [i, example] of examplesOf(id).entries()) {
        // Right behind each mistake stands the same done right.
        const folder = `rules/${id}-${Math.floor(i / 2)}`;
        const uri = await write(folder, example);
        await eventually(
          () => vscode.languages.getDiagnostics(uri).filter((d) => ruleOf(d) === id).length,
          (count) => count > 0 === (example.kind === 'bad'),
          `the ${example.kind} example in line ${example.line} of the page`,
        );
      }
    });
  }
});
