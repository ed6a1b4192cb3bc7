import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ROOT } from '../lib/paths.ts';
import type { Editor } from '../vscode-host/desktop.ts';
import { createRunDir } from '../vscode-host/runDir.ts';
import { QUIET_SETTINGS } from '../vscode-host/settings.ts';

/** Bundles a program of `programs/` for the extension host. */
export async function bundleForVSCode(program: string, outfile: string): Promise<string> {
  await build({
    entryPoints: [path.join(import.meta.dirname, 'programs', program)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * Starts a fresh VS Code on a workspace without playbooks, with the built extension and some that do nothing, and runs
 * a bundled program in its extension host.
 * @param env for the program
 * @returns what the program reported
 * @throws Error with VS Code's output when there is no report
 */
export async function runInFreshVSCode(
  editor: Editor,
  bundle: string,
  env: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const scratch = createRunDir();
  let output = '';
  const collect = new Writable({
    write(data: Buffer, _encoding, done) {
      output += data.toString();
      done();
    },
  });
  try {
    const workspace = scratch.folder('workspace');
    writeFileSync(path.join(workspace, 'notes.md'), '# Notes\n');
    const user = scratch.folder('user/User');
    writeFileSync(path.join(user, 'settings.json'), JSON.stringify(QUIET_SETTINGS));
    // Installed, not under development: VS Code in a browser takes only one that is.
    const extensions = scratch.folder('extensions');
    for (const name of ['warm-up', 'empty']) addEmptyExtension(extensions, name);
    await runTests({
      vscodeExecutablePath: editor.executablePath,
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: bundle,
      extensionTestsEnv: env,
      launchArgs: [workspace, `--user-data-dir=${path.dirname(user)}`, `--extensions-dir=${extensions}`],
      stdout: collect,
      stderr: collect,
    });
  } catch (error) {
    throw new Error(`VS Code did not run the benchmark:\n${output}`, { cause: error });
  } finally {
    await scratch.dispose();
  }
  const found = /bench (\{.*\})/.exec(output);
  if (!found) throw new Error(`VS Code ran the benchmark without a result:\n${output}`);
  return JSON.parse(found[1] ?? '');
}

/** Puts an extension that does nothing where VS Code looks for installed ones. */
function addEmptyExtension(extensions: string, name: string): void {
  const publisher = 'bench';
  const version = '1.0.0';
  const folder = path.join(extensions, `${publisher}.${name}-${version}`);
  const manifest = { name, publisher, version, engines: { vscode: '^1.101.0' }, main: './main.js' };
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'main.js'), 'exports.activate = () => {};\n');
}
