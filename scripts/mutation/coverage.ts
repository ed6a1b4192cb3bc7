import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE, ROOT } from '../lib/paths.ts';
import { testFiles } from '../suites/testBundle.ts';
import { mutantsOf } from './candidates.ts';
import { type Switch, instrument } from './instrument.ts';
import type { Mutant } from './mutant.ts';
import { grouped } from './grouped.ts';
import type { Coverage } from './plan.ts';
import { Worker } from './pool.ts';

/** Everything a run leaves behind. */
export const FOLDER = path.join(CACHE, 'mutation');

/** The folders of src that mutants are made in. */
export const MUTATED = ['syntax', 'workspace', 'rules', 'language', 'responsibilities'];

/**
 * Tests that do not run in the process that loads them see no mutant: those of the command line, and those that need
 * VS Code. Those of the measuring have nothing to do with the sources.
 */
const ELSEWHERE = ['cli', 'editor', 'web', 'ui', 'bench'];

/** The sources that mutants are made in, by their path in the project. */
export function readSources(): Map<string, string> {
  const names = MUTATED.flatMap((folder) =>
    readdirSync(path.join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `src/${folder}/${name.split(path.sep).join('/')}`,
    ),
  );
  const files = names.filter((name) => name.endsWith('.ts')).sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]));
}

export function allMutants(sources: ReadonlyMap<string, string>): Mutant[] {
  return [...sources].flatMap(([file, text]) => mutantsOf(file, text));
}

export function testsInProcess(): string[] {
  return testFiles('test')
    .map((file) => path.relative(ROOT, file).split(path.sep).join('/'))
    .filter((file) => !ELSEWHERE.some((folder) => file.startsWith(`test/${folder}/`)));
}

/** The sources with mutants in them, on disk for the workers. */
export interface Prepared {
  readonly sourcesFile: string;
  readonly switches: readonly Switch[];
  /** What each file says when one of its functions is entered. */
  readonly marks: ReadonlyMap<string, number>;
}

export function prepare(
  sources: ReadonlyMap<string, string>,
  mutants: readonly Mutant[],
  name: string,
): Prepared {
  const switches = mutants.map((mutant, i) => ({ id: i + 1, mutant }));
  const byFile = grouped(switches, ({ mutant }) => mutant.file);
  const marks = new Map([...sources.keys()].map((file, i) => [file, -(i + 1)]));
  const instrumented = [...byFile].map(([file, inFile]) => [
    file,
    instrument(sources.get(file) ?? '', inFile, marks.get(file) ?? 0),
  ]);
  mkdirSync(FOLDER, { recursive: true });
  const sourcesFile = path.join(FOLDER, `${name}.sources.json`);
  writeFileSync(sourcesFile, JSON.stringify(Object.fromEntries(instrumented)));
  return { sourcesFile, switches, marks };
}

/** Parts of this tool that have their say when it is known which test comes by which mutant. */
const LATER = ['equivalent.ts', 'main.ts', 'pool.ts', 'report.ts', 'result.ts', 'schedule.ts'];

/** What was found out about each test file, and what that rests on. */
interface Known {
  readonly basis: string;
  readonly files: Readonly<Record<string, { readonly text: string; readonly coverage: Coverage }>>;
}

/** Which test comes by which mutant. Only test files that have changed are asked again. */
export async function coverageOf(prepared: Prepared, basis: string, name: string): Promise<Coverage> {
  const store = path.join(FOLDER, `${name}.coverage.json`);
  const before = existsSync(store) ? (JSON.parse(readFileSync(store, 'utf8')) as Known) : undefined;
  const known = new Map(before?.basis === basis ? Object.entries(before.files) : []);
  const texts = new Map(testsInProcess().map((file) => [file, hashOf([file])]));
  const asked = [...texts.keys()].filter((file) => known.get(file)?.text !== texts.get(file));
  if (asked.length > 0) {
    const worker = new Worker(prepared.sourcesFile, () => 0);
    const ending = await worker.run({ kind: 'cover', files: asked });
    worker.stop();
    if (ending.kind !== 'covered') throw new Error(`The tests did not end: ${JSON.stringify(ending)}`);
    for (const file of asked) {
      known.set(file, { text: texts.get(file) ?? '', coverage: partOf(ending.coverage, file) });
    }
  }
  const files = [...known].filter(([file]) => texts.has(file));
  writeFileSync(store, JSON.stringify({ basis, files: Object.fromEntries(files) } satisfies Known));
  return merged(files.map(([, { coverage }]) => coverage));
}

function partOf({ tests, whileLoading, failing }: Coverage, file: string): Coverage {
  return {
    tests: tests.filter((test) => test.file === file),
    whileLoading: { [file]: whileLoading[file] ?? [] },
    failing: failing.filter((failed) => failed.startsWith(`${file}: `)),
  };
}

function merged(parts: readonly Coverage[]): Coverage {
  return {
    tests: parts.flatMap(({ tests }) => tests),
    whileLoading: Object.fromEntries(parts.flatMap(({ whileLoading }) => Object.entries(whileLoading))),
    failing: parts.flatMap(({ failing }) => failing),
  };
}

/** Of everything but the test files: the sources, what the tests read and share, and this tool. */
export function basisOf(): string {
  return hashOf(
    filesIn(['src', 'test', 'docs', 'examples', 'templates', 'scripts/mutation']).filter(
      (file) => !file.endsWith('.test.ts') && !LATER.some((name) => file.endsWith(`mutation/${name}`)),
    ),
  );
}

/** Of the tests too: results hold as long as this stays the same. */
export function fingerprint(): string {
  return hashOf([...filesIn(['test']), basisOf()]);
}

function filesIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|md|ya?ml|json)$/.test(name))
      .map((name) => path.join(folder, name))
      .sort(),
  );
}

/** @param files paths in the project; other words count as they are */
function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const full = path.join(ROOT, file);
    hash.update(file).update(existsSync(full) ? readFileSync(full) : '');
  }
  return hash.digest('hex').slice(0, 16);
}
