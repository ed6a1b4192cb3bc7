import assert from 'node:assert/strict';
import test from 'node:test';
import { setDone } from '../../src/language/toggle.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

const URI = 'file:///w/a.playbook.md';

function viewOf(text: string) {
  const index = new WorkspaceIndex(['file:///w']);
  index.setPlaybook(URI, text);
  const view = index.playbookView(URI);
  assert.ok(view);
  return view;
}

const tasksOf = (text: string) => viewOf(text).tasks;

/** The text once its n-th task is done or open; undefined where that cannot be written. */
function toggled(text: string, done: boolean, n = 0): string | undefined {
  const view = viewOf(text);
  const task = view.tasks[n];
  assert.ok(task, `no task ${n} in ${JSON.stringify(text)}`);
  const edits = setDone(view, task, done);
  if (!edits) return undefined;
  const after = applyEdits(text, edits);
  assert.equal(tasksOf(after)[n]?.done, done, `reads back as asked: ${JSON.stringify(after)}`);
  return after;
}

test('ticks and clears a box, and nothing else', () => {
  assert.equal(
    toggled('\ufeff- [ ] Call @sam  \r\n  - [ ] Write\r\n', true),
    '\ufeff- [x] Call @sam  \r\n  - [ ] Write\r\n',
  );
  assert.equal(toggled('> 1. [X] Call\n', false), '> 1. [ ] Call\n');
});

test('says so in the status cell, as the rows around it do', () => {
  const head = '| Task | Owner | Status |\n| --- | --- | --- |\n';
  assert.equal(toggled(`${head}| Call | @sam | open |\n`, true), `${head}| Call | @sam | done |\n`);
  assert.equal(
    toggled(`${head}| Call | @sam | |\n| Go | @sam | ✅ |\n`, true),
    `${head}| Call | @sam | ✅|\n| Go | @sam | ✅ |\n`,
  );
  assert.equal(toggled(`${head}| Call | @sam | Done |\n`, false), `${head}| Call | @sam |  |\n`);
});

test('leaves alone what has no place for it', () => {
  assert.equal(toggled('| Task | Owner |\n| --- | --- |\n| Call | @sam |\n', true), undefined);
  assert.equal(
    toggled('| Area | Owner | Notes |\n| --- | --- | --- |\n| Site | @sam | x |\n', true),
    undefined,
  );
  assert.equal(toggled('| Step | Sam | Lee |\n| --- | --- | --- |\n| Call | A | R |\n', true), undefined);
});

test('writes nothing where it is so already', () => {
  assert.equal(toggled('- [X] Call\n', true), '- [X] Call\n');
});
