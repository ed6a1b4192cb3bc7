// Reads a workspace of many playbooks, groups their tasks, types into one of them, and reports on standard output, as
// JSON, what it took. A process of its own, so that its memory is that of the workspace. Needs --expose-gc. Arguments:
// number of playbooks, number of keys.
import assert from 'node:assert';
import { completions } from '../../../src/language/completions.ts';
import type { TreeNode } from '../../../src/responsibilities/nodes.ts';
import { TaskStore } from '../../../src/responsibilities/taskStore.ts';
import { ResponsibilityTree } from '../../../src/responsibilities/tree.ts';
import { judge } from '../../../src/rules/judge.ts';
import { limited } from '../../../src/workspace/room.ts';
import { WorkspaceIndex } from '../../../src/workspace/workspaceIndex.ts';
import { smallPlaybook } from '../documents.ts';
import { pressKey } from '../edits.ts';
import { Random } from '../random.ts';
import { rosterText } from '../roster.ts';

/** Times in milliseconds, memory in bytes. */
export interface LargeWorkspaceReport {
  readonly tasks: number;
  /** Reading every text and finding the owner of every task. */
  readonly index: number;
  readonly heapPerTask: number;
  readonly grouping: number;
  readonly heapPerTaskWithTree: number;
  /** The groups that the view shows first, with what is right below them. */
  readonly firstShown: number;
  /** After each key: the tree takes the file's tasks and tells what to draw again, and that is asked for. */
  readonly refreshes: readonly number[];
  /** Reading, judging and the tree, after each key in one playbook of the workspace. */
  readonly keys: readonly number[];
  /** The same keys in the same playbook, with no other beside it. */
  readonly keysAlone: readonly number[];
  readonly completions: readonly number[];
}

const FOLDER = 'file:///work/';
const OPEN = `${FOLDER}open.playbook.md`;
const OPEN_LINES = 300;
const TODAY = '2028-03-01';

/** What the editor keeps of a workspace. */
class Workspace {
  readonly index = new WorkspaceIndex([FOLDER], limited);
  readonly store = new TaskStore();
  readonly tree = new ResponsibilityTree({ groupBy: 'team', filter: {}, showDone: false, today: TODAY });

  /** What is open in the view: what nobody owns, every team, and one person. */
  #expanded: ReadonlySet<TreeNode> = new Set();

  constructor() {
    this.index.setRoster(`${FOLDER}roster.yml`, rosterText());
  }

  group(uri: string): void {
    this.store.set(uri, this.index.summary(uri));
    this.tree.setFile(uri, this.store.file(uri));
  }

  /** What the editor does after a key. @returns milliseconds for all, and for the tree alone */
  type(text: string): readonly [number, number] {
    const start = performance.now();
    this.index.setPlaybook(OPEN, text, true);
    const view = this.index.view(OPEN);
    if (view) judge(view);
    const read = performance.now();
    this.group(OPEN);
    const { root, nodes } = this.tree.takeChanges();
    if (root) this.tree.children();
    for (const node of nodes) if (this.#expanded.has(node)) this.tree.children(node);
    const end = performance.now();
    return [end - start, end - read];
  }

  /** Asks for what the view shows when it opens. */
  show(): readonly TreeNode[] {
    const groups = this.tree.children();
    const below = groups.flatMap((g) => this.tree.children(g));
    this.#expanded = new Set([...groups, ...below.filter((n) => n.kind === 'group').slice(0, 1)]);
    return [...groups, ...below];
  }
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function heap(): number {
  assert.ok(globalThis.gc, 'Run it with --expose-gc.');
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

const [playbooks = 0, keyCount = 0] = process.argv.slice(2).map(Number);
const many = new Workspace();
const alone = new Workspace();
const uris = Array.from(
  { length: playbooks },
  (_, i) => `${FOLDER}team-${Math.floor(i / 100)}/plan-${i}.playbook.md`,
);
const emptyHeap = heap();
let index = 0;
for (const [i, uri] of uris.entries()) {
  const text = smallPlaybook(i);
  index += time(() => {
    many.index.setPlaybook(uri, text);
    many.index.summary(uri);
  });
}
const tasks = uris.reduce((sum, uri) => sum + (many.index.summary(uri)?.tasks.length ?? 0), 0);
const indexHeap = heap() - emptyHeap;
const grouping = time(() => {
  for (const uri of uris) many.group(uri);
  many.tree.setRosters([many.index.rosterAt(FOLDER)]);
});
many.tree.takeChanges();
// Before memory is measured: to have all garbage collected throws away compiled code as well, which nobody's editor does.
const firstShown = time(() => many.show());
const treeHeap = heap() - emptyHeap;

const random = new Random(11);
const lines = smallPlaybook(playbooks, OPEN_LINES).split('\n');
many.type(lines.join('\n'));
alone.type(lines.join('\n'));
alone.show();
const keys: number[] = [];
const keysAlone: number[] = [];
const refreshes: number[] = [];
const offers: number[] = [];
for (let key = 0; key < keyCount; key++) {
  pressKey(lines, random);
  const text = lines.join('\n');
  // In turn, and now the one first and then the other, so that whatever else the machine does slows down both.
  const both = [many, alone];
  for (const workspace of key % 2 === 0 ? both : both.reverse()) {
    const [all, tree] = workspace.type(text);
    (workspace === many ? keys : keysAlone).push(all);
    if (workspace === many) refreshes.push(tree);
  }
  const view = many.index.playbookView(OPEN);
  const at = view?.tasks.at(key % view.tasks.length)?.node.range.start;
  if (view && at) {
    const mention = lines[at.line]?.indexOf('@') ?? -1;
    const position = { line: at.line, character: mention < 0 ? (lines[at.line]?.length ?? 0) : mention + 2 };
    offers.push(time(() => completions(view, position)));
  }
}

const report: LargeWorkspaceReport = {
  tasks,
  index,
  heapPerTask: indexHeap / tasks,
  grouping,
  heapPerTaskWithTree: treeHeap / tasks,
  firstShown,
  refreshes,
  keys,
  keysAlone,
  completions: offers,
};
console.log(JSON.stringify(report));
