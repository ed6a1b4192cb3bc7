import path from 'node:path';
import type { CommandLine } from './commandLine.ts';
import { keepFailure } from './failure.ts';
import { type Session, startSession } from './session.ts';

/** Lines that start so are for the reader; the rest of what VS Code logs is only of interest after a failure. */
export const TEST_LINE = '[test] ';

/** Longest run of one test entry. VS Code itself never gives up on a promise that does not settle. */
const LIMIT_MS = 15 * 60_000;

async function ended(session: Session): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      session.testsDone,
      new Promise<never>((_resolve, reject) => {
        session.page.on('crash', () => {
          reject(new Error('The browser page crashed.'));
        });
        session.page.on('close', () => {
          reject(new Error('The browser closed before the tests ended.'));
        });
        session.server.process.on('exit', () => {
          reject(new Error("VS Code's server ended before the tests did."));
        });
        timer = setTimeout(() => {
          reject(new Error(`The tests did not end within ${LIMIT_MS / 60_000} minutes.`));
        }, LIMIT_MS);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs `extensionTestsPath` in VS Code's extension host.
 * @returns the exit code: 0 when the tests passed.
 */
export async function runExtensionTests(
  options: CommandLine & { readonly extensionTestsPath: string },
  onSession: (session: Session) => void,
): Promise<number> {
  const log: string[] = [];
  const session = await startSession({
    ...options,
    vsix: options.installExtensions,
    onLog(type, text) {
      log.push(`${type}: ${text}`);
      if (text.startsWith(TEST_LINE)) console.log(text.slice(TEST_LINE.length));
      else if (options.verbose) console.log(`${type}: ${text}`);
    },
  });
  onSession(session);
  const name = path.basename(options.extensionTestsPath).replace(/\.\w+$/, '');
  try {
    const code = await ended(session);
    if (code !== 0) await keepFailure(name, session, log);
    return code;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await keepFailure(name, session, log);
    return 1;
  } finally {
    await session.dispose();
  }
}
