import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkTasks, dedent, openFixture, outline, readExpectations, readFixture } from './fixture.ts';

describe('a fixture', () => {
  it('is one playbook, or files by their paths', () => {
    assert.deepEqual([...readFixture('- [ ] a').files], [['/doc.playbook.md', '- [ ] a']]);
    assert.deepEqual(
      [
        ...readFixture('\n  //- /roster.yml\n  people: {}\n  //- /a.playbook.md\n  - [ ] a\n    - [ ] b\n')
          .files,
      ],
      [
        ['/roster.yml', 'people: {}\n'],
        ['/a.playbook.md', '- [ ] a\n  - [ ] b\n'],
      ],
    );
    assert.throws(() => readFixture('//- /a.md\n//- /a.md\n'), /twice/);
  });

  it('loses the indentation that its lines share', () => {
    assert.equal(
      dedent('\n    a\n\n      b\n    c\n  '),
      '\n    a\n\n      b\n    c\n  '
        .replace(/^\n/, '')
        .replaceAll(/^ {4}/gm, '')
        .replace(/\n {2}$/, '\n'),
    );
    assert.equal(dedent('a\n  b'), 'a\n  b');
  });

  it('has carets, whose marks are no text', () => {
    const { files, carets } = readFixture('- [ ] a <|>b\r\n<|>c');
    assert.deepEqual([...files.values()], ['- [ ] a b\r\nc']);
    assert.deepEqual(
      carets.map((c) => c.position),
      [
        { line: 0, character: 8 },
        { line: 1, character: 0 },
      ],
    );
  });

  it('shows its tasks as an outline', () => {
    const ws = openFixture('- [ ] a @maria\n  - [x] b\n');
    assert.equal(outline(ws.view()), '[ ] a => maria via task\n  [x] b => maria via parent');
  });

  it('says when an expectation fails, or when a task has none', () => {
    const check = (text: string) => () => {
      checkTasks(openFixture(text).view());
    };
    assert.doesNotThrow(check('- [ ] a @maria <!-- => owner maria via task -->'));
    assert.throws(check('- [ ] a @maria <!-- => owner sam via task -->'), /owner sam via task/);
    assert.throws(check('- [ ] a @maria <!-- => colour red -->'), /no such fact/);
    assert.throws(check('text <!-- => owner maria via task -->'), /no task here/);
    assert.throws(check('- [ ] a <!-- => done no -->\n- [ ] b'), /without expectation/);
    assert.throws(check('- [ ] a'), /Nothing is expected/);
    assert.deepEqual(readExpectations('x\n- [ ] a <!-- => owner a, b via task; due -->'), [
      { line: 1, key: 'owner', value: 'a, b via task' },
      { line: 1, key: 'due', value: '' },
    ]);
  });
});
