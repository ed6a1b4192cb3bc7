/**
 * Workspaces as text, for tests of everything that looks at more than one line.
 *
 * A fixture holds one file or several:
 *
 *     //- /roster.yml
 *     people: { maria: { name: Maria López } }
 *     //- /eu/fair.playbook.md
 *     - [ ] Print copies @maria<|>
 *
 * Text without a `//- /path` line is the playbook `/doc.playbook.md`. Indentation that all lines share and the first
 * line end go away, so that a fixture may stand in a template literal. `<|>` is the caret; two of them are a selection.
 *
 * What is expected stands in the playbook itself, in a comment behind the thing it speaks of, or is compared with the
 * text that `outline` makes:
 *
 *     - [ ] Print copies @maria and @lee due:T-45d <!-- => owner maria, lee via task; due 2027-01-16 -->
 *     | Call | @sam | <!-- => owner sam via task; kind row -->
 *
 * The comment's clauses are `KEY VALUE`, parted by `;`. Keys of tasks are those of `taskFacts`; other tests may have
 * clauses of their own, such as `problem owner-missing`. In a table the comment goes behind the last pipe, where GFM
 * ignores it.
 */

import assert from 'node:assert/strict';
import { LineIndex } from '../src/text/lineIndex.ts';
import type { Position } from '../src/text/position.ts';
import { isRosterName } from '../src/workspace/files.ts';
import { tokenValues, type OwnedTask, type Party } from '../src/workspace/tasks.ts';
import type { PlaybookView } from '../src/workspace/fileView.ts';
import { WorkspaceIndex } from '../src/workspace/workspaceIndex.ts';

export interface Fixture {
  /** Texts by path, in source order, the caret marks taken out. */
  readonly files: ReadonlyMap<string, string>;
  /** Where the caret marks stood, in source order. */
  readonly carets: readonly Caret[];
}

export interface Caret {
  readonly path: string;
  readonly position: Position;
}

const CARET = '<|>';
const FILE_LINE = /^\/\/- (\/\S+)$/;
const DEFAULT_PATH = '/doc.playbook.md';

export function readFixture(text: string): Fixture {
  const files = new Map<string, string>();
  const carets: Caret[] = [];
  for (const [path, marked] of splitFiles(dedent(text))) {
    const parts = marked.split(CARET);
    const plain = parts.join('');
    const lines = new LineIndex(plain);
    let offset = 0;
    for (const part of parts.slice(0, -1)) {
      offset += part.length;
      carets.push({ path, position: lines.positionAt(offset) });
    }
    assert.ok(!files.has(path), `${path} stands twice in the fixture`);
    files.set(path, plain);
  }
  return { files, carets };
}

/** Without the first line end and the indentation that all lines share, blank lines aside. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n');
  const indents = lines.filter((l) => l.trim() !== '').map((l) => /^ */.exec(l)?.[0].length ?? 0);
  const shared = indents.length > 0 ? Math.min(...indents) : 0;
  // The last line holds no more than the indentation of the closing quote.
  return lines.map((l, i) => (i === lines.length - 1 && l.trim() === '' ? '' : l.slice(shared))).join('\n');
}

function splitFiles(text: string): Map<string, string> {
  const files = new Map<string, string>();
  const lines = text.split('\n');
  if (!FILE_LINE.test(lines[0] ?? '')) return files.set(DEFAULT_PATH, text);
  let path = '';
  let content: string[] = [];
  const close = () => path !== '' && files.set(path, content.join('\n'));
  for (const [i, line] of lines.entries()) {
    const name = FILE_LINE.exec(line)?.[1];
    if (name === undefined) content.push(line);
    else {
      assert.ok(!files.has(name) && name !== path, `${name} stands twice in the fixture`);
      // The file's last line ends before the next file begins.
      if (i > 0) content.push('');
      close();
      path = name;
      content = [];
    }
  }
  close();
  return files;
}

/** A fixture in a workspace index, ready to be asked. */
export interface Workspace extends Fixture {
  readonly index: WorkspaceIndex;
  readonly uri: (path: string) => string;
  /** @param path may be left out where the fixture has one playbook. */
  readonly view: (path?: string) => PlaybookView;
  readonly text: (path?: string) => string;
  /** The only caret. */
  readonly caret: () => Caret;
}

const ROOT = 'file:///acme';

export function openFixture(text: string): Workspace {
  const fixture = readFixture(text);
  const index = new WorkspaceIndex([ROOT]);
  const uri = (path: string) => ROOT + path;
  for (const [path, content] of fixture.files) {
    if (isRosterName(path)) index.setRoster(uri(path), content);
    else index.setPlaybook(uri(path), content);
  }
  const playbooks = [...fixture.files.keys()].filter((p) => !isRosterName(p));
  const only = (path?: string) => {
    assert.ok(
      path !== undefined || playbooks.length === 1,
      'Say which playbook: the fixture has several or none',
    );
    return path ?? playbooks[0] ?? '';
  };
  return {
    ...fixture,
    index,
    uri,
    view: (path) => {
      const view = index.playbookView(uri(only(path)));
      assert.ok(view, `${only(path)} is no playbook of the fixture`);
      return view;
    },
    text: (path) => fixture.files.get(only(path)) ?? '',
    caret: () => {
      const [caret, ...more] = fixture.carets;
      assert.ok(caret && more.length === 0, 'The fixture needs exactly one <|>');
      return caret;
    },
  };
}

/** Every task of a playbook, one a line: `[ ] Print copies => maria, lee via task`, nested tasks indented. */
export function outline(view: PlaybookView): string {
  return view.tasks
    .map((task) => `${'  '.repeat(depth(task))}${mark(task)} ${task.text} => ${ownerFact(task)}`)
    .join('\n');
}

function mark({ kind, done }: OwnedTask): string {
  if (kind === 'area') return 'area';
  return `${kind === 'row' ? 'row ' : ''}[${done ? 'x' : ' '}]`;
}

function depth({ node }: OwnedTask): number {
  let n = 0;
  for (let t = node.kind === 'task' ? node.parent : undefined; t; t = t.parent) n++;
  return n;
}

/** `maria, lee via task`, or `nobody`. */
export function ownerFact({ owners, source }: OwnedTask): string {
  return owners.length > 0
    ? `${handles(owners)} via ${source}`
    : `nobody${source === 'none' ? '' : ` via ${source}`}`;
}

function handles(parties: readonly Party[]): string {
  return parties.map((p) => p.handle).join(', ');
}

/** What an expectation may say about a task, as text; absent facts are empty. */
export function taskFacts(task: OwnedTask): Readonly<Record<string, string>> {
  const values = (key: Parameters<typeof tokenValues>[1]) =>
    tokenValues(task.words.tokens, key)
      .map((v) => v.text)
      .join(', ');
  return {
    'owner': ownerFact(task),
    'owner-kinds': task.owners.map((o) => o.kind).join(', '),
    'text': task.text,
    'kind': task.kind,
    'done': task.done ? 'yes' : 'no',
    'due': task.due ?? '',
    'due-text': task.dueText?.text ?? '',
    'goal': task.goals.map((g) => g.text).join(', '),
    'for': handles(task.receivers),
    'help': handles(task.helpers),
    'consult': handles(task.consulted),
    'inform': handles(task.informed),
    'sla': values('sla'),
    'makes': values('makes'),
    'uses': values('uses'),
    'id': values('id'),
    'after': values('after'),
    'every': values('every'),
    'tags': task.words.tags.map((t) => t.name).join(', '),
    'mentions': task.words.mentions.map((m) => m.handle).join(', '),
  };
}

/** One `KEY VALUE` clause of an expectation comment. */
export interface Expectation {
  readonly line: number;
  readonly key: string;
  readonly value: string;
}

const EXPECTATION = /<!-- => (.*?) -->/g;

export function readExpectations(text: string): Expectation[] {
  const lines = new LineIndex(text);
  return [...text.matchAll(EXPECTATION)].flatMap((match) => {
    const { line } = lines.positionAt(match.index);
    return (match[1] ?? '').split(';').map((clause) => {
      const [key = '', ...rest] = clause.trim().split(' ');
      return { line, key, value: rest.join(' ') };
    });
  });
}

/**
 * Holds every expectation comment that speaks of a task against the task on its line, and every task against having
 * one: a task that nothing is expected of would be a test that cannot fail.
 */
export function checkTasks(view: PlaybookView): void {
  const { text } = view.playbook.lines;
  const expectations = readExpectations(text);
  assert.notEqual(expectations.length, 0, 'Nothing is expected');
  const found: string[] = [];
  const expected: string[] = [];
  const covered = new Set<OwnedTask>();
  const known = taskFacts as (task: OwnedTask) => Readonly<Partial<Record<string, string>>>;
  for (const { line, key, value } of expectations) {
    // The innermost, which begins last.
    const task = view.tasks.findLast((t) => t.node.range.start.line <= line && line <= t.node.range.end.line);
    const fact = task && known(task)[key];
    if (task) covered.add(task);
    expected.push(`${line + 1}: ${key} ${value}`);
    found.push(task ? `${line + 1}: ${key} ${fact ?? '(no such fact)'}` : `${line + 1}: no task here`);
  }
  for (const task of view.tasks) {
    if (!covered.has(task))
      found.push(`${task.node.range.start.line + 1}: a task without expectation: ${task.text}`);
  }
  assert.deepEqual(found, expected);
}
