import path from 'node:path';

/** Absolute path of the project's root folder. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Everything that is fetched or made for tests lives here; Git ignores it, and deleting it is always safe. */
export const CACHE = path.join(ROOT, '.vscode-test');

/** Where a failed run leaves its screenshot and logs. Emptied at the start of `npm test`. */
export const FAILURES = path.join(CACHE, 'failures');

/** Bundled test suites, their output files and the packed extension, made anew by each `npm test`. */
export const SUITES = path.join(CACHE, 'suites');
