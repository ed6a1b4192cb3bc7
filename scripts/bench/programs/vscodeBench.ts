// Shared by the programs that run in VS Code's extension host.
import * as vscode from 'vscode';

/** Begins the line that carries a result; the test host passes on what begins with "[test] ". */
export const RESULT = '[test] bench ';

/** VS Code goes on starting after it has handed over; a person is not as quick. */
const SETTLED = 2_000;

const ID = 'open-playbook.marketing-sales-playbook';

/**
 * Our extension, once VS Code has come to rest.
 * @throws Error when it runs already: then something other than the benchmark has activated it
 */
export async function waitingExtension(): Promise<vscode.Extension<unknown>> {
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  const extension = vscode.extensions.getExtension(ID);
  if (!extension) throw new Error(`${ID} is not installed.`);
  if (extension.isActive) throw new Error(`${ID} is active in a workspace without playbooks.`);
  return extension;
}

export function report(result: object): void {
  console.log(RESULT + JSON.stringify(result));
}
