import { chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { ROOT } from './paths.ts';

/** One program that is made from the sources. */
export interface Bundle {
  readonly name: string;
  readonly outfile: string;
  readonly options: BuildOptions;
}

const shared: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  // VS Code's web host refuses ES-module mains, and the desktop one of 1.101 loads CommonJS faster.
  format: 'cjs',
  charset: 'utf8',
  logLevel: 'warning',
};

/** ES-module builds first: esbuild drops what is unused of them, not so of CommonJS. */
const mainFields = ['module', 'main'];

/** The three programs: extension for Node, extension for the web worker, command line. */
export const BUNDLES: readonly Bundle[] = [
  {
    name: 'extension',
    outfile: 'dist/extension.js',
    options: {
      ...shared,
      entryPoints: ['src/editor/extension.ts'],
      platform: 'node',
      target: 'node22',
      mainFields,
      external: ['vscode'],
    },
  },
  {
    name: 'web extension',
    outfile: 'dist/web/extension.js',
    options: {
      ...shared,
      entryPoints: ['src/editor/extension.ts'],
      // Node's modules do not resolve here, so one that slips in fails the build.
      platform: 'browser',
      target: 'es2022',
      mainFields,
      external: ['vscode'],
    },
  },
  {
    name: 'command line',
    outfile: 'dist/cli.js',
    options: {
      ...shared,
      entryPoints: ['src/cli/main.ts'],
      platform: 'node',
      target: 'node20',
      mainFields,
      // Not external: ['vscode']. The editor's API reaching the command line must fail the build.
      banner: { js: '#!/usr/bin/env node' },
    },
  },
];

/** Makes the command line startable as a program of its own. */
export function markExecutable(): void {
  const cli = path.join(ROOT, 'dist/cli.js');
  if (existsSync(cli)) chmodSync(cli, 0o755);
}
