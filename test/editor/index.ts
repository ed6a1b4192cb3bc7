// What runs inside VS Code's extension host, Node's or the web worker's: Mocha, in its build that needs neither a
// file system nor a process. scripts/suites/testBundle.ts puts this file and the test files into one bundle.
import 'mocha/mocha.js';

/** Starts each line meant for the reader; the test host passes those on and keeps VS Code's own noise apart. */
const LINE = '[test] ';

function print(text: string): void {
  for (const line of text.split('\n')) console.log(LINE + line);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, stack = '' } = error;
  return stack.includes(message) ? stack : `${message}\n${stack}`;
}

/** Prints each test as it ends, the failures again at the end, and the last line that the test script counts by. */
function report(runner: Mocha.Runner): void {
  const failures: string[] = [];
  let passed = 0;
  let skipped = 0;
  runner.on('pass', (test) => {
    passed++;
    print(`  ok ${test.fullTitle()}`);
  });
  runner.on('pending', (test) => {
    skipped++;
    print(`  skipped ${test.fullTitle()}`);
  });
  // A hook that fails is a failure too; Mocha reports it under the hook's name.
  runner.on('fail', (test, error: unknown) => {
    failures.push(`${test.fullTitle()}\n${reason(error)}`);
    print(`  NOT OK ${test.fullTitle()}`);
  });
  runner.on('end', () => {
    if (failures.length > 0) print('\nFailed:');
    failures.forEach((failure, index) => {
      print(`\n${index + 1}) ${failure}`);
    });
    print(`Ran in VS Code: ${passed} ok, ${failures.length} not ok, ${skipped} skipped`);
  });
}

/**
 * Runs test files; each is a function that loads one, so that Mocha's `describe` and `it` exist before it does.
 * Rejects when a test failed, which VS Code turns into a non-zero exit code.
 */
export async function runTests(files: readonly (() => Promise<unknown>)[]): Promise<void> {
  mocha.setup({
    ui: 'bdd',
    // Starting language features on two slow cores takes a while; a test that hangs must still end.
    timeout: 30_000,
    // Called with `new`, which suits a plain function as well.
    reporter: report as unknown as Mocha.ReporterConstructor,
  });
  for (const load of files) await load();
  // The class's own method: the one that the browser build puts over it looks for a page around it.
  const failed = await new Promise<number>((resolve) => Mocha.prototype.run.call(mocha, resolve));
  if (failed > 0) throw new Error(`${failed} tests failed`);
}
