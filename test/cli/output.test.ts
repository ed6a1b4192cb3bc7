import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../scripts/lib/paths.ts';
import { choosePaint } from '../../src/cli/colors.ts';
import { displayWidth } from '../../src/cli/displayWidth.ts';
import { textReport } from '../../src/cli/formats/checkText.ts';
import { makeFolder, runPiped, type Folder } from './program.ts';
import type { TestContext } from 'node:test';

const TASKS = 20_000;

/** Its output is several megabytes: far more than a pipe holds. */
function makeLong(t: TestContext): Folder {
  const folder = makeFolder(t);
  const lines = Array.from({ length: TASKS }, (_, i) => `- [ ] Call customer number ${i} @sam\n`);
  // Several sections, as in real files.
  folder.write(
    'long.playbook.md',
    lines.map((l, i) => (i % 50 === 0 ? `\n# Part ${i}\n\n${l}` : l)).join(''),
  );
  return folder;
}

/** Makes standard output a pipe that refuses what does not fit, as some programs around us leave it. */
const NON_BLOCKING = `--import=data:text/javascript,${encodeURIComponent(
  `import net from 'node:net';
   new net.Socket({ fd: 1, readable: false, writable: true });`,
)}`;

for (const nodeArgs of [[], [NON_BLOCKING]]) {
  void test(`a slow reader gets all of a long output${nodeArgs.length > 0 ? ', without blocking too' : ''}`, async (t) => {
    const folder = makeLong(t);
    const chunks: Buffer[] = [];
    const readSlowly = async (stdout: NodeJS.ReadableStream): Promise<void> => {
      for await (const chunk of stdout) {
        // Slow at first, so that the pipe fills up and the program must wait.
        if (chunks.length < 5) await pause(100);
        chunks.push(chunk as unknown as Buffer);
      }
    };
    let reading: Promise<void> | undefined;
    const start = (stdout: NodeJS.ReadableStream): void => {
      reading = readSlowly(stdout);
    };
    const { code, notes } = await runPiped(folder, ['tasks', '--format', 'json'], start, nodeArgs);
    await reading;
    const { tasks } = JSON.parse(Buffer.concat(chunks).toString()) as { tasks: { text: string }[] };
    assert.equal(tasks.length, TASKS);
    assert.equal(tasks.at(-1)?.text, `Call customer number ${TASKS - 1}`);
    assert.equal(notes, '');
    assert.equal(code, 0);
  });
}

void test(
  'a full disk is said, not hidden',
  { skip: !existsSync('/dev/full') && 'no /dev/full here' },
  (t) => {
    const folder = makeFolder(t, '//- /a.playbook.md\n- [ ] Print copies @sam\n');
    const { code, notes } = folder.run(['check'], { outputTo: '/dev/full' });
    assert.equal(notes, 'The output cannot be written (ENOSPC).\n');
    assert.equal(code, 2);
  },
);

void test('a reader that goes away, such as head, is no error', async (t) => {
  const folder = makeLong(t);
  const { code, notes } = await runPiped(folder, ['tasks', '--format', 'csv'], (stdout) => {
    stdout.once('data', () => {
      stdout.destroy();
    });
  });
  assert.equal(notes, '');
  assert.equal(code, 0);
});

void test('as many tasks and problems as a file can hold are printed', (t) => {
  const folder = makeFolder(t);
  // More than a call takes arguments.
  const amount = 130_000;
  folder.write('many.playbook.md', '- [ ] Print a copy\n'.repeat(amount));
  const lines = folder.output(['tasks']).split('\n');
  assert.equal(lines[amount], `[ ]  nobody       Print a copy  many.playbook.md:${amount}`);
  assert.equal(lines[amount + 2], `${amount} tasks, ${amount} open`);
  folder.write('roster.yml', 'fold-unowned: 0\n');
  const problems = folder.output(['check']).split('\n');
  assert.match(
    problems[amount - 1] ?? '',
    new RegExp(`^many\\.playbook\\.md:${amount}:7 {2}warning {2}Nobody owns`),
  );
  assert.equal(problems[amount + 1], `${amount} warnings in 1 playbook`);
});

void test('nothing more is made once the reader goes away', async () => {
  // Far more than a pipe and the buffers around it hold.
  const amount = 100_000;
  const source = `
    import { write } from ${JSON.stringify(pathToFileURL(path.join(ROOT, 'src/cli/output.ts')).href)};
    let made = 0;
    function* pieces() {
      for (; made < ${amount}; made++) yield 'x'.repeat(1000);
    }
    await write(1, pieces());
    await write(2, [String(made)]);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source]);
  child.stdout.once('data', () => child.stdout.destroy());
  let made = '';
  child.stderr.on('data', (data: Buffer) => (made += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  assert.equal(code, 0, made);
  assert.match(made, /^\d+$/);
  assert.ok(Number(made) < amount, made);
});

void test('output into a file is whole', (t) => {
  const folder = makeLong(t);
  const { code } = folder.run(['tasks', '--format', 'csv'], { outputTo: folder.path('tasks.csv') });
  assert.equal(code, 0);
  assert.equal(readFileSync(folder.path('tasks.csv'), 'utf8').split('\r\n').length, TASKS + 2);
});

void test('no colors where the output is no terminal, even if FORCE_COLOR asks for them', (t) => {
  const folder = makeFolder(t, '//- /a.playbook.md\n- [ ] Print copies\n');
  assert.doesNotMatch(folder.output(['check']), /\u001b/);
  assert.doesNotMatch(folder.output(['check'], { env: { FORCE_COLOR: '3' } }), /\u001b/);
});

/** Runs the program in a terminal of its own, which `script` of util-linux makes. */
function runInTerminal(folder: Folder, args: string, env: Readonly<Record<string, string>> = {}): string {
  const command = `"${process.execPath}" "${path.join(ROOT, 'src/cli/main.ts')}" ${args}`;
  const { status, stdout, error } = spawnSync('script', ['-qec', command, '/dev/null'], {
    cwd: folder.root,
    env: { PATH: process.env['PATH'], TERM: 'xterm', ...env },
    input: '',
    encoding: 'utf8',
  });
  if (error) throw error;
  assert.equal(status, 1);
  return stdout.replaceAll('\r\n', '\n');
}

const { error: noScript, stdout: scriptVersion } = spawnSync('script', ['--version'], { encoding: 'utf8' });
const TERMINAL = {
  skip: (noScript !== undefined || !scriptVersion.includes('util-linux')) && 'no script of util-linux',
};

void test('a real terminal gets colors in text alone, and none under NO_COLOR', TERMINAL, (t) => {
  const folder = makeFolder(t, '//- /a.playbook.md\n- [ ] Print copies\n');
  const colored = runInTerminal(folder, 'check');
  assert.match(colored, /^\u001b\[1ma\.playbook\.md\u001b\[0m:1:7 {2}\u001b\[33mwarning\u001b\[0m/);
  const plain = folder.output(['check']);
  assert.equal(colored.replace(/\u001b\[\d+m/g, ''), plain);
  assert.equal(runInTerminal(folder, 'check', { NO_COLOR: '1' }), plain);
  assert.equal(runInTerminal(folder, 'check', { TERM: 'dumb' }), plain);
  // Node itself warns of the two together.
  assert.ok(runInTerminal(folder, 'check', { NO_COLOR: '1', FORCE_COLOR: '1' }).endsWith(plain));
  for (const format of ['json', 'sarif', 'github']) {
    assert.equal(
      runInTerminal(folder, `check --format ${format}`),
      folder.output(['check', '--format', format]),
    );
  }
});

void test('colors on a terminal, unless NO_COLOR or TERM says otherwise', () => {
  const paint = (isTerminal: boolean, env: Record<string, string>): string =>
    choosePaint(isTerminal, env)('red', 'error');
  assert.equal(paint(true, {}), '\u001b[31merror\u001b[0m');
  assert.equal(paint(true, { NO_COLOR: '' }), '\u001b[31merror\u001b[0m');
  assert.equal(paint(true, { NO_COLOR: '1' }), 'error');
  assert.equal(paint(true, { TERM: 'dumb' }), 'error');
  assert.equal(paint(false, {}), 'error');
});

void test('colors change no column', () => {
  const problem = (severity: 'error' | 'hint', line: number) => ({
    rule: 'owner-missing',
    severity,
    message: 'Nobody',
    range: { start: { line, character: 0 }, end: { line, character: 1 } },
    lineText: '- [ ] A',
    related: [],
  });
  const file = { path: 'a', absolutePath: '/a', problems: [problem('error', 8), problem('hint', 99)] };
  const summary = { files: 1, tasks: 2, open: 2, owned: 0, unowned: 2, errors: 1, warnings: 0, notes: 1 };
  const report = { files: [file], summary: () => summary };
  const printed = (isTerminal: boolean) => [...textReport(report, choosePaint(isTerminal, {}))].join('');
  const colored = printed(true);
  assert.match(colored, /\u001b\[31merror\u001b\[0m/);
  assert.equal(colored.replace(/\u001b\[\d+m/g, ''), printed(false));
  assert.match(printed(false), /^a:9:1 {4}error {2}Nobody {2}owner-missing\na:100:1 {2}hint {3}/);
});

void test('the width of a text in a terminal', () => {
  assert.equal(displayWidth('Print copies'), 12);
  assert.equal(displayWidth('Maria López'), 11);
  assert.equal(displayWidth('Lo\u0301pez'), 5);
  assert.equal(displayWidth('電話する'), 8);
  assert.equal(displayWidth('🎉 party'), 8);
});
