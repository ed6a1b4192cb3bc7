import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FAILURES } from '../lib/paths.ts';
import type { Session } from './session.ts';

const TAIL_LINES = 40;

/** What VS Code says in every run, and what says nothing about an extension. */
const NOISE =
  /AgentHost|ChatModel|socket|connection token|grace|Service Worker|AccountPolicy|builtin extensions|sqlite3|MCP/i;

/** The log files that tell of extensions: the extension host's own and their log channels. */
function extensionLogs(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /exthost/.test(name) && name.endsWith('.log') && !/vscode\./.test(name))
    .map((name) => path.join(folder, name));
}

/**
 * Keeps what explains a failure: a screenshot, every log of the run. Prints the ends of the extension logs.
 * @param log what VS Code wrote to its console, each entry led by its type
 * @returns the folder they are in, under `.vscode-test/failures`.
 */
export async function keepFailure(name: string, session: Session, log: readonly string[]): Promise<string> {
  const folder = path.join(FAILURES, name.replace(/[^\w.-]+/g, '-').slice(0, 80));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    await session.page.screenshot({ path: path.join(folder, 'screenshot.png'), timeout: 10_000 });
  } catch (error) {
    console.error(`No screenshot: ${String(error)}`);
  }
  const logs = path.join(session.runDir.path, 'server/data/logs');
  if (existsSync(logs)) cpSync(logs, path.join(folder, 'logs'), { recursive: true });
  cpSync(path.join(session.runDir.path, 'server.log'), path.join(folder, 'server.log'));
  writeFileSync(path.join(folder, 'console.log'), `${log.join('\n')}\n`);
  const told = log.filter((entry) => /^(error|warn)/.test(entry) && !NOISE.test(entry));
  if (told.length > 0) {
    console.error('--- warnings and errors of VS Code and its extensions (last ones)');
    console.error(told.slice(-TAIL_LINES).join('\n'));
  }
  for (const file of extensionLogs(logs)) {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    if (lines.join('') === '') continue;
    console.error(`--- ${path.relative(logs, file)} (last lines)`);
    console.error(lines.slice(-TAIL_LINES).join('\n'));
  }
  console.error(`Screenshot and logs: ${folder}`);
  return folder;
}
