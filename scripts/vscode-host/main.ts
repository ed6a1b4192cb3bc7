// VS Code's command line, answered by VS Code in a browser. See README.md beside this file.
import { parseCommandLine } from './commandLine.ts';
import { describeError } from './problem.ts';
import { createRunDir } from './runDir.ts';
import { runExtensionTests } from './runTests.ts';
import { serve } from './serve.ts';
import { prepareServer } from './session.ts';

let cleanUp = (): Promise<void> => Promise.resolve();

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => {
    void cleanUp().finally(() => process.exit(code));
  });
}

async function main(): Promise<number> {
  const options = parseCommandLine(process.argv.slice(2));
  const { extensionTestsPath } = options;
  if (extensionTestsPath !== undefined) {
    return runExtensionTests({ ...options, extensionTestsPath }, (session) => {
      cleanUp = () => session.dispose();
    });
  }
  const runDir = createRunDir();
  cleanUp = () => runDir.dispose();
  if (options.installExtensions.length > 0) {
    await prepareServer(runDir, { ...options, vsix: options.installExtensions });
    await runDir.dispose();
    console.log(`Installed ${options.installExtensions.join(', ')}`);
    return 0;
  }
  const address = await serve(options, runDir);
  console.log(`\nVS Code is ready. Open this address in a browser on this computer:\n\n  ${address}\n`);
  console.log('Press Ctrl+C to stop.');
  return new Promise(() => undefined);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(describeError(error));
  await cleanUp();
  process.exitCode = 1;
}
