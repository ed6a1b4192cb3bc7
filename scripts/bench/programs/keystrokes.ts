// Types into one large playbook and reports on standard output, as JSON, how long each key took. A process of its own,
// so that nothing else has warmed up or filled the memory. Arguments: `playbook` or
// `handbook`, number of lines, number of keys.
import assert from 'node:assert';
import { judge } from '../../../src/rules/judge.ts';
import type { Problem } from '../../../src/rules/rule.ts';
import { WorkspaceIndex } from '../../../src/workspace/workspaceIndex.ts';
import { HANDBOOK, PLAYBOOK, makeDocument } from '../documents.ts';
import { pressKey } from '../edits.ts';
import { Random } from '../random.ts';
import { rosterText } from '../roster.ts';
import { blockPass } from './blockPass.ts';

/** Times in milliseconds. */
export interface KeystrokeReport {
  readonly bytes: number;
  readonly tasks: number;
  readonly problems: number;
  /** The whole text, read and judged for the first time. */
  readonly first: number;
  /** One for each key. */
  readonly keys: readonly number[];
  /** markdown-it's block rules over the whole text, now and then between two keys. */
  readonly blockPasses: readonly number[];
}

const FOLDER = 'file:///work/';
const URI = `${FOLDER}large.playbook.md`;
const KEYS_A_PASS = 20;

/** The playbook, open in an editor with a roster beside it. */
class OpenPlaybook {
  readonly #index = new WorkspaceIndex([FOLDER]);
  problems: readonly Problem[] = [];

  constructor() {
    this.#index.setRoster(`${FOLDER}roster.yml`, rosterText());
  }

  get tasks(): number {
    return this.#index.playbookView(URI)?.tasks.length ?? 0;
  }

  /** What the editor does after a key: reads the text, resolves the owners and runs the rules. */
  set(text: string): void {
    this.#index.setPlaybook(URI, text, true);
    const view = this.#index.view(URI);
    this.problems = view ? judge(view) : [];
  }
}

/** Milliseconds. */
function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const [kind, ...counts] = process.argv.slice(2);
const [lineCount = 0, keyCount = 0] = counts.map(Number);
const random = new Random(7);
const lines = makeDocument(lineCount, kind === 'handbook' ? HANDBOOK : PLAYBOOK, 1).split('\n');
// Joined as VS Code joins them: one flat string, not the chain of pieces that cutting and adding would make.
const text = lines.join('\n');
const open = new OpenPlaybook();
const first = time(() => {
  open.set(text);
});
const start = { bytes: Buffer.byteLength(text), tasks: open.tasks, problems: open.problems.length };

const keys: number[] = [];
const blockPasses: number[] = [];
for (let key = 0; key < keyCount; key++) {
  pressKey(lines, random);
  const edited = lines.join('\n');
  keys.push(
    time(() => {
      open.set(edited);
    }),
  );
  if (key % KEYS_A_PASS === 0) blockPasses.push(time(() => blockPass(edited)));
}

// Quick but wrong would be worthless: what was read key by key must come to what it comes to when read at once.
const atOnce = new OpenPlaybook();
atOnce.set(lines.join('\n'));
const told = ({ problems }: OpenPlaybook): unknown[] =>
  problems.map(({ rule, message, args, range }) => ({ id: rule.id, message, args, range }));
assert.strictEqual(open.tasks, atOnce.tasks);
assert.deepStrictEqual(told(open), told(atOnce));

const report: KeystrokeReport = { ...start, first, keys, blockPasses };
console.log(JSON.stringify(report));
