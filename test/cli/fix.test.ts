// `playbook check --fix`: what it repairs, and what it leaves as it is.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import { makeFolder } from './program.ts';

const ROSTER = '//- /roster.yml\npeople: { maria: { name: Maria López } }\n';

void test('repairs what is certain in every chosen file, and says how much', (t) => {
  const folder = makeFolder(
    t,
    `${ROSTER}//- /fair.playbook.md\n- [] Print @Maria\n-[ ] Book @maria\n//- /eu/calm.playbook.md\n- [ ] Rent a van @maria\n`,
  );
  const { code, output, notes } = folder.run(['check', '--fix']);
  assert.equal(notes, 'Repaired 3 places in 1 file.\n');
  assert.match(output, /3 of 3 open tasks owned/);
  assert.equal(code, 0);
  assert.equal(
    readFileSync(folder.path('fair.playbook.md'), 'utf8'),
    '- [ ] Print @maria\n- [ ] Book @maria\n',
  );
  assert.deepEqual(readdirSync(folder.root).sort(), ['.git', 'eu', 'fair.playbook.md', 'roster.yml']);
  assert.equal(folder.run(['check', '--fix']).notes, '');
});

void test('never gives anybody a task, and still reports it', (t) => {
  const folder = makeFolder(t, `${ROSTER}//- /fair.playbook.md\n- [ ] Print\n- [ ] Book @mari\n`);
  const { code, output, notes } = folder.run(['check', '--fix']);
  assert.equal(code, 1);
  assert.equal(notes, '');
  assert.match(output, /Nobody owns "Print"/);
  assert.equal(readFileSync(folder.path('fair.playbook.md'), 'utf8'), '- [ ] Print\n- [ ] Book @mari\n');
});

void test('keeps line ends, byte order mark, mode and link', (t) => {
  const folder = makeFolder(t, ROSTER);
  folder.write('real/fair.playbook.md', '\ufeff# Fair\r\n\r\n-[ ] Print @maria\r\nlast line');
  chmodSync(folder.path('real/fair.playbook.md'), 0o640);
  symlinkSync('real/fair.playbook.md', folder.path('link.playbook.md'));
  assert.equal(folder.run(['check', '--fix', 'link.playbook.md']).notes, 'Repaired 1 place in 1 file.\n');
  assert.equal(
    readFileSync(folder.path('real/fair.playbook.md'), 'utf8'),
    '\ufeff# Fair\r\n\r\n- [ ] Print @maria\r\nlast line',
  );
  assert.equal(statSync(folder.path('real/fair.playbook.md')).mode & 0o777, 0o640);
  assert.ok(lstatSync(folder.path('link.playbook.md')).isSymbolicLink());
});

void test('repairs a file that begins with a letter whose bytes are nearly a byte order mark', (t) => {
  // The mark is EF BB BF. These begin with EF BC and with EF BB BC.
  for (const first of ['（', 'ﻼ']) {
    const folder = makeFolder(t, ROSTER);
    folder.write('fair.playbook.md', `${first}\n\n-[ ] Print @maria\n`);
    assert.equal(folder.run(['check', '--fix']).notes, 'Repaired 1 place in 1 file.\n');
    assert.equal(readFileSync(folder.path('fair.playbook.md'), 'utf8'), `${first}\n\n- [ ] Print @maria\n`);
  }
});

void test('repairs rosters, too', (t) => {
  const folder = makeFolder(
    t,
    '//- /roster.yml\npeolpe: { maria: {} }\n//- /a.playbook.md\n- [ ] Print @maria\n',
  );
  folder.run(['check', '--fix']);
  assert.equal(readFileSync(folder.path('roster.yml'), 'utf8'), 'peolpe: { maria: {} }\n');
  folder.write('roster.yml', 'teams: {}\npeolpe: { maria: {} }\n');
  assert.equal(folder.run(['check', '--fix']).notes, 'Repaired 1 place in 1 file.\n');
  assert.equal(readFileSync(folder.path('roster.yml'), 'utf8'), 'teams: {}\npeople: { maria: {} }\n');
});

void test('repairs a playbook by the roster that it has just repaired', (t) => {
  const folder = makeFolder(
    t,
    '//- /roster.yml\nteams: {}\npeolpe: { maria: {} }\n//- /a.playbook.md\n- [ ] Print @Maria\n',
  );
  assert.equal(folder.run(['check', '--fix']).notes, 'Repaired 2 places in 2 files.\n');
  assert.equal(readFileSync(folder.path('a.playbook.md'), 'utf8'), '- [ ] Print @maria\n');
});

void test('a file that is not UTF-8 stays as it is', (t) => {
  const folder = makeFolder(t, ROSTER);
  const bytes = Buffer.concat([Buffer.from('-[ ] Print @maria '), Buffer.from([0xe9]), Buffer.from('\n')]);
  folder.write('old.playbook.md', bytes);
  const { code, notes, output } = folder.run(['check', '--fix']);
  assert.equal(code, 2);
  assert.match(notes, /old\.playbook\.md: Nothing was repaired in it/);
  assert.match(output, /no task|box|task/i);
  assert.ok(readFileSync(folder.path('old.playbook.md')).equals(bytes));
});

void test('a file that must not be written stays as it is', (t) => {
  const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
  const folder = makeFolder(t, `${ROSTER}//- /fair.playbook.md\n-[ ] Print @maria\n`);
  chmodSync(folder.root, 0o755);
  chmodSync(folder.path('fair.playbook.md'), 0o444);
  const { code, notes } = folder.run(['check', '--fix'], uid);
  assert.match(notes, /fair\.playbook\.md: Nothing was repaired in it: you have no permission to write it\./);
  assert.equal(code, 2);
  assert.equal(readFileSync(folder.path('fair.playbook.md'), 'utf8'), '-[ ] Print @maria\n');
});

void test('standard input is no file', (t) => {
  const folder = makeFolder(t, ROSTER);
  const { code, notes } = folder.run(['check', '--fix', '--stdin-path', 'a.playbook.md', '-'], { stdin: '' });
  assert.equal(code, 2);
  assert.match(notes, /--fix writes files/);
});

void test('what a run that was killed left behind is removed by the next, and nothing else', (t) => {
  const folder = makeFolder(t, '//- /a.playbook.md\n- [] Print copies @sam\n');
  const { pid } = spawnSync(process.execPath, ['--version']);
  const [left, running] = [`.a.playbook.md.${pid}.tmp`, `.a.playbook.md.${process.pid}.tmp`];
  for (const name of [left, running, '.a.playbook.md.mine.tmp']) folder.write(name, 'half a fi');
  folder.run(['check', '--fix']);
  assert.deepEqual(
    readdirSync(folder.root).filter((name) => name.endsWith('.tmp')),
    [running, '.a.playbook.md.mine.tmp'].sort(),
  );
});
