import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.ts';
import { makeFolder } from './program.ts';

void test('--help and --version answer on standard output', (t) => {
  const folder = makeFolder(t);
  for (const args of [['--help'], ['-h'], ['help']])
    assert.match(folder.output(args), /^playbook: who does what/);
  assert.match(folder.output(['check', '--help']), /^Usage: playbook check .*--stdin-path PATH -/s);
  assert.match(folder.output(['tasks', '-h']), /^Usage: playbook tasks .*--unowned/s);
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  assert.equal(folder.output(['--version']), `${version}\n`);
});

void test('help fits a terminal', (t) => {
  const folder = makeFolder(t);
  const lines = [['--help'], ['check', '--help'], ['tasks', '--help']].flatMap((a) =>
    folder.output(a).split('\n'),
  );
  assert.deepEqual(
    lines.filter((l) => l.length > 100),
    [],
  );
});

void test('without a command: the help on standard error, and exit code 2', (t) => {
  const { code, output, notes } = makeFolder(t).run([]);
  assert.equal(code, 2);
  assert.equal(output, '');
  assert.match(notes, /^playbook: who does what/);
});

/** What is typed, and the first line of the answer. */
const MISTAKES: readonly (readonly [string, string])[] = [
  ['chek', 'Unknown command "chek". Did you mean check?'],
  ['matrix', 'Unknown command "matrix".'],
  ['--fix', 'Unknown option --fix.'],
  ['check --write-baselin', 'Unknown option --write-baselin. Did you mean --write-baseline?'],
  [
    'check --write-baseline --stdin-path a.playbook.md -',
    '--write-baseline records what stands in files, and "-" is none. Save the text first.',
  ],
  ['check --quite', 'Unknown option --quite. Did you mean --quiet?'],
  ['check -x', 'Unknown option -x.'],
  ['check --format serif', 'Unknown format "serif". Use text, json, sarif, github.'],
  ['check --format', '--format needs a value behind it.'],
  ['check --quiet=yes', '--quiet takes no value.'],
  ['check --rule owner-missing', '--rule needs a rule and a severity, such as --rule owner-missing=error.'],
  ['check --rule owner-mising=off', 'Unknown rule "owner-mising". Did you mean owner-missing?'],
  [
    'check --rule owner-missing=bad',
    'Unknown severity "bad" for owner-missing. Use off, hint, information, warning, error.',
  ],
  [
    'check --rule owner-missing=error=off',
    'Unknown severity "error=off" for owner-missing. Use off, hint, information, warning, error.',
  ],
  ['check --rule =off', 'Unknown rule "".'],
  ['check --max-warnings=', '--max-warnings needs a whole number, not "".'],
  ['check --max-warnings --quiet', '--max-warnings needs a whole number, not "--quiet".'],
  ['check --max-warnings -1', '--max-warnings needs a whole number, not "-1".'],
  ['check --max-warnings ten', '--max-warnings needs a whole number, not "ten".'],
  ['check -', '"-" reads a playbook from standard input. Say which file it is: --stdin-path PATH -'],
  ['check --stdin-path a.md', '--stdin-path needs "-" for the text itself: --stdin-path PATH -'],
  ['check --stdin-path= -', '--stdin-path needs the name of a file: --stdin-path PATH -'],
  ['tasks --format github', 'Unknown format "github". Use text, json, csv.'],
  ['tasks --rule a=b', 'Unknown option --rule.'],
  [
    'tasks --unowned --owner sam',
    '--unowned lists what nobody owns. Leave it out, or leave out --owner and --team.',
  ],
];

for (const [typed, answer] of MISTAKES) {
  void test(`bad usage: playbook ${typed}`, (t) => {
    const folder = makeFolder(t, '//- /a.playbook.md\n- [ ] Print copies @sam\n');
    const { code, output, notes } = folder.run(typed.split(' '));
    assert.equal(notes.split('\n')[0], answer);
    assert.match(notes, /\nRun "playbook (?:check |tasks )?--help" to see what there is\.\n$/);
    assert.equal(output, '');
    assert.equal(code, 2);
  });
}

void test('behind -- everything is a PATH', (t) => {
  const folder = makeFolder(t, '//- /--quiet\n- [ ] Print copies\n');
  assert.match(folder.output(['check', '--', '--quiet']), /^--quiet:1:7 {2}warning {2}Nobody owns/);
});

void test('a folder without playbooks: how to begin', (t) => {
  const folder = makeFolder(t, '//- /README.md\n- [ ] Print copies\n//- /sub/x.txt\nx\n');
  for (const command of ['check', 'tasks']) {
    const { code, output, notes } = folder.run([command]);
    assert.match(
      output,
      /^No playbooks found in this folder\.\nA playbook is a file named something\.playbook\.md\./,
    );
    assert.equal(notes, '');
    assert.equal(code, 0);
    assert.match(folder.run([command, 'sub']).output, /^No playbooks found in sub\.\n/);
    // A program that reads JSON gets JSON; people still get the sentence.
    const json = folder.run([command, '--format', 'json']);
    assert.equal((JSON.parse(json.output) as { version: number }).version, 1);
    assert.match(json.notes, /^No playbooks found/);
    assert.equal(json.code, 0);
  }
});
