// `npm start`: VS Code with the extension, on examples/acme. The desktop one where there is a `code` command and a
// display; otherwise in a browser, on 127.0.0.1.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { run } from './lib/command.ts';
import { ROOT } from './lib/paths.ts';
import { BROWSER_HOST, codeCommand, hasDisplay } from './vscode-host/desktop.ts';

const EXAMPLE = path.join(ROOT, 'examples/acme');

/** Opens a window beside any that are open; it uses the reader's own settings, theme and keys. */
async function startDesktop(code: string): Promise<number> {
  const args = [`--extensionDevelopmentPath=${ROOT}`, '--new-window', EXAMPLE];
  const { code: exitCode, output } = await run(code, args);
  if (exitCode === 0) console.log('VS Code opens examples/acme in a new window.');
  else console.error(output);
  return exitCode;
}

/** Serves VS Code until Ctrl+C, with the test host's quiet settings: no welcome page, no chat beside the playbook. */
function startBrowser(): Promise<number> {
  const args = [`--extensionDevelopmentPath=${ROOT}`, '--disable-workspace-trust'];
  const child = spawn(process.execPath, [BROWSER_HOST.script, EXAMPLE, ...args], { stdio: 'inherit' });
  // Ctrl+C reaches the child by itself; it says so and cleans up, and we wait for it.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (exitCode) => {
      resolve(exitCode ?? 1);
    });
  });
}

const built = await run(process.execPath, [path.join(ROOT, 'scripts/build.ts')], {
  onOutput: (text) => process.stdout.write(text),
});
if (built.code !== 0) process.exit(1);
const code = hasDisplay() ? codeCommand() : undefined;
process.exitCode = code === undefined ? await startBrowser() : await startDesktop(code);
