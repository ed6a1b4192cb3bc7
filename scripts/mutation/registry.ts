/**
 * Stands in for `node:test` while mutants are tried: it keeps the tests instead of running them, so that one process
 * can run any of them as often as it likes. Only what the tests of this project use is there.
 */

export interface KeptTest {
  readonly file: string;
  readonly name: string;
  readonly run: () => Promise<void>;
}

interface Context {
  readonly name: string;
  readonly after: (work: Work) => void;
  readonly diagnostic: (text: string) => void;
}

type Work = (context: Context) => unknown;
interface Options {
  readonly skip?: boolean | string;
}
type Arguments = [name: string, work: Work] | [name: string, options: Options, work: Work];

interface Suite {
  readonly name: string;
  readonly parent: Suite | undefined;
  readonly before: Work[];
  readonly afterEach: Work[];
  isPrepared: boolean;
}

const kept: KeptTest[] = [];
let file = '';
let suite: Suite | undefined;

/** Imports a test file and gives what it holds. Suites that are made later would be lost, so they are waited for. */
export async function load(name: string, url: string): Promise<KeptTest[]> {
  file = name;
  suite = newSuite('', undefined);
  const from = kept.length;
  await import(url);
  return kept.slice(from);
}

function newSuite(name: string, parent: Suite | undefined): Suite {
  return { name, parent, before: [], afterEach: [], isPrepared: false };
}

export function describe(...args: Arguments): void {
  const [name, options, work] = taken(args);
  if (isSkipped(options)) return;
  const outer = suite;
  suite = newSuite(name, outer);
  const made = work(contextOf(name, []));
  if (made instanceof Promise)
    throw new Error(`The suite "${name}" is made later, which is not provided for.`);
  suite = outer;
}

export function test(...args: Arguments): void {
  const [name, options, work] = taken(args);
  if (isSkipped(options)) return;
  const around = pathOf(suite);
  const run = async (): Promise<void> => {
    const cleanups: Work[] = [];
    const context = contextOf(name, cleanups);
    try {
      for (const each of around) await prepare(each, context);
      await work(context);
    } finally {
      for (const each of around) for (const cleanup of each.afterEach) await cleanup(context);
      for (const cleanup of cleanups) await cleanup(context);
    }
  };
  kept.push({ file, name: [...around.map((s) => s.name), name].filter((n) => n !== '').join(' > '), run });
}

async function prepare(each: Suite, context: Context): Promise<void> {
  if (each.isPrepared) return;
  for (const work of each.before) await work(context);
  each.isPrepared = true;
}

function pathOf(inner: Suite | undefined): Suite[] {
  return inner === undefined ? [] : [...pathOf(inner.parent), inner];
}

function taken(args: Arguments): readonly [string, Options, Work] {
  return args.length === 2 ? [args[0], {}, args[1]] : args;
}

function isSkipped({ skip }: Options): boolean {
  return skip !== undefined && skip !== false;
}

function contextOf(name: string, cleanups: Work[]): Context {
  return { name, after: (work) => void cleanups.push(work), diagnostic: () => undefined };
}

/** Runs once, before the first test of its suite. */
export function before(work: Work): void {
  suite?.before.push(work);
}

export function afterEach(work: Work): void {
  suite?.afterEach.push(work);
}

/** What is left over at the end goes with the process. */
export function after(): void {
  // Nothing to do.
}

export { test as it };
export default test;
