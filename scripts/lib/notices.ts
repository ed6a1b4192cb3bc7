import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { BUNDLES } from './bundles.ts';
import { ROOT } from './paths.ts';

/** Of both packages: what the licences of the libraries in our bundles ask for. */
export const NOTICES = 'ThirdPartyNotices.txt';

/** A library that a bundle holds pieces of. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** By its SPDX name. */
  readonly license: string;
  /** The text of its licence, and of its notice if it has one. */
  readonly text: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Every library in any of the bundles, as esbuild itself tells. */
export async function bundledPackages(): Promise<BundledPackage[]> {
  const folders = new Set<string>();
  for (const { options, outfile } of BUNDLES) {
    const { metafile } = await build({ ...options, outfile, metafile: true, write: false });
    for (const file of Object.keys(metafile.inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
      if (folder !== undefined) folders.add(folder);
    }
  }
  return [...folders].sort().map(readPackage);
}

/** @throws Error for a library without a licence text: it must not be given to anybody */
function readPackage(folder: string): BundledPackage {
  const at = path.join(ROOT, folder);
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(at, 'package.json'), 'utf8'),
  ) as Manifest;
  const files = readdirSync(at).sort();
  const texts = [/^(?:licen[cs]e|copying)/i, /^notice/i].flatMap((pattern) =>
    files.filter((file) => pattern.test(file)).map((file) => readFileSync(path.join(at, file), 'utf8')),
  );
  const text = texts.map((t) => t.replaceAll('\r\n', '\n').trim()).join('\n\n');
  if (license === undefined || text === '') throw new Error(`${folder} has no licence, or no text of it.`);
  return { name, version, license, text };
}

export function noticesText(packages: readonly BundledPackage[]): string {
  const head =
    'Playbook: Marketing & Sales contains pieces of the following libraries. Each is listed with its licence.';
  const parts = packages.map(
    ({ name, version, license, text }) => `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text}`,
  );
  return `${[head, ...parts].join('\n\n')}\n`;
}
