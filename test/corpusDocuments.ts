/**
 * Real documents: handbooks, launch plans, checklists. They stand beside the project where its authors work
 * (`../shared/corpus`) and are no part of it; elsewhere the tests that need them are skipped, and say so.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../shared/corpus');

/** Why there is nothing to test here, if so. */
export const skip = existsSync(folder)
  ? false
  : `there is no ${path.relative(process.cwd(), folder)} beside the project`;

export const files: readonly string[] =
  skip === false ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];

export function textOf(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** Where the documents stand in their repositories, by file name: what lies in `.github` is a form to be copied. */
export function placesOf(): ReadonlyMap<string, string> {
  const [, ...rows] = readFileSync(path.join(folder, 'SOURCES.tsv'), 'utf8').trimEnd().split(/\r?\n/);
  return new Map(
    rows.map((row) => {
      const [file = '', repository = '', place = ''] = row.split('\t');
      return [file, encodeURI(`file:///${repository}/${place}`)];
    }),
  );
}
