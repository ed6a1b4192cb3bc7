import path from 'node:path';
import { findEditor } from '../vscode-host/desktop.ts';
import { bundleForVSCode, runInFreshVSCode } from './inVSCode.ts';
import { type Part, progress, table } from './part.ts';
import type { ActivationReport } from './programs/activation.ts';
import type { FirstDiagnosticReport } from './programs/firstDiagnostic.ts';
import { spread } from './stats.ts';

const STARTS = 5;

/** How long the extension takes to activate in real VS Code, and until the first problem of a first playbook. */
export async function measureActivation(scratch: string): Promise<Part> {
  const editor = await findEditor();
  const activation = await bundleForVSCode('activation.ts', path.join(scratch, 'activation.cjs'));
  const diagnostic = await bundleForVSCode('firstDiagnostic.ts', path.join(scratch, 'firstDiagnostic.cjs'));
  const activations: ActivationReport[] = [];
  const diagnostics: FirstDiagnosticReport[] = [];
  for (let start = 1; start <= STARTS; start++) {
    progress(`activation: VS Code, start ${start} of ${STARTS}`);
    activations.push((await runInFreshVSCode(editor, activation)) as ActivationReport);
    diagnostics.push((await runInFreshVSCode(editor, diagnostic)) as FirstDiagnosticReport);
  }
  const playbook = activations.map((a) => a.playbook);
  return {
    // No number to reach: less is better.
    aims: [],
    section: [
      '## Activation in VS Code',
      '',
      `VS Code starts ${STARTS} times for each, with a fresh profile and a workspace without playbooks, so that nothing has` +
        ' activated the extension yet. Times are taken in the extension host. Activating means loading the code and' +
        ' registering everything; the empty extension, activated in the same start, shows what VS Code itself needs for that. The' +
        ' first problem is that of a playbook with 200 lines, opened in the editor: it includes opening the file, activating' +
        ' the extension, reading and judging.',
      '',
      table(
        ['what', 'median', 'fastest', 'slowest'],
        [
          row('activating Playbook', playbook),
          row(
            'activating an empty extension',
            activations.map((a) => a.empty),
          ),
          row(
            'opening a first playbook, until its text is there',
            diagnostics.map((d) => d.shown),
          ),
          row(
            'opening a first playbook, until its first problem is there',
            diagnostics.map((d) => d.diagnostic),
          ),
        ],
      ),
    ].join('\n'),
  };
}

function row(what: string, times: readonly number[]): string[] {
  const { median, min, max } = spread(times);
  return [what, ...[median, min, max].map((ms) => `${ms.toFixed(0)} ms`)];
}
