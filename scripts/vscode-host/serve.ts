import { randomBytes } from 'node:crypto';
import type { CommandLine } from './commandLine.ts';
import type { RunDir } from './runDir.ts';
import { startServer } from './server.ts';
import { prepareServer } from './session.ts';

/**
 * Serves VS Code on 127.0.0.1 until the process ends, with the extensions under development installed by a link, so
 * that a plain visit of the address shows them and a reload picks up a new build.
 * @returns the address to open, with the connection token without which nobody gets in.
 */
export async function serve(options: CommandLine, runDir: RunDir): Promise<string> {
  const connectionToken = randomBytes(16).toString('hex');
  const server = await startServer(
    await prepareServer(runDir, {
      ...options,
      vsix: options.installExtensions,
      linkedExtensions: options.extensionDevelopmentPaths,
      connectionToken,
      gallery: true,
      testDriver: false,
      port: Number(process.env['PORT'] ?? 0),
    }),
  );
  const query = new URLSearchParams({ tkn: connectionToken });
  if (options.workspace?.endsWith('.code-workspace')) query.set('workspace', options.workspace);
  else if (options.workspace !== undefined) query.set('folder', options.workspace);
  // Slashes may stand in a query, and the address stays readable.
  return `${server.origin}/?${query.toString().replaceAll('%2F', '/')}`;
}
