import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Plugin, build } from 'esbuild';
import { ROOT } from '../lib/paths.ts';

/** Test files below a folder of the project, sorted, as absolute paths. */
export function testFiles(folder: string): string[] {
  const root = path.join(ROOT, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => path.join(root, name));
}

/** Keeps the files whose path in the project contains one of the words; all of them when there are no words. */
export function select(files: readonly string[], words: readonly string[]): string[] {
  return files.filter(
    (file) => words.length === 0 || words.some((word) => path.relative(ROOT, file).includes(word)),
  );
}

/**
 * Mocha's browser build is a CommonJS file in a package that calls all its files ES modules. Taken at its word,
 * esbuild would leave it unwrapped, and it would overwrite the exports of the whole bundle.
 */
const mochaAsCommonJs: Plugin = {
  name: 'mocha-as-commonjs',
  setup(builder) {
    builder.onResolve({ filter: /^mocha\/mocha\.js$/ }, () => ({
      path: path.join(ROOT, 'node_modules/mocha/mocha.js'),
      namespace: 'commonjs',
    }));
    builder.onLoad({ filter: /./, namespace: 'commonjs' }, async ({ path: file }) => ({
      contents: await readFile(file, 'utf8'),
      loader: 'js',
    }));
  },
};

/** Bundles test files with their Mocha entry into one CommonJS file whose `run()` VS Code calls. */
export async function bundleTests(
  files: readonly string[],
  outfile: string,
  platform: 'node' | 'browser',
): Promise<void> {
  const loaders = files.map((file) => `() => import(${JSON.stringify(file)})`);
  await build({
    stdin: {
      contents: `import { runTests } from './test/editor/index.ts';
export const run = () => runTests([${loaders.join(', ')}]);`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform,
    target: platform === 'node' ? 'node22' : 'es2022',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    plugins: [mochaAsCommonJs],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
