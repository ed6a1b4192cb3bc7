/** Loaded in front of a worker: it serves the sources with their mutants in them, and our stand-ins for the runner. */
import { readFileSync } from 'node:fs';
import nodeModule from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../lib/paths.ts';
import { SWITCH } from './instrument.ts';
import { SOURCES_VARIABLE } from './plan.ts';
import { isOn } from './switch.ts';

type Next<Context, Result> = (name: string, context: Context) => Result;
interface Resolved {
  readonly url: string;
  readonly shortCircuit?: boolean;
}
interface Loaded {
  readonly format: string;
  readonly source?: unknown;
  readonly shortCircuit?: boolean;
}
interface Hooks {
  resolve<C extends { readonly parentURL?: string }>(
    name: string,
    context: C,
    next: Next<C, Resolved>,
  ): Resolved;
  load<C>(url: string, context: C, next: Next<C, Loaded>): Loaded;
}

/** Scripts run on Node 24; the types are those of Node 20, on which the command line runs. */
const { registerHooks, stripTypeScriptTypes } = nodeModule as unknown as {
  readonly registerHooks: (hooks: Hooks) => void;
  readonly stripTypeScriptTypes: (text: string) => string;
};

Object.assign(globalThis, { [SWITCH]: isOn });

const sources = JSON.parse(readFileSync(process.env[SOURCES_VARIABLE] ?? '', 'utf8')) as Record<
  string,
  string
>;
const byUrl = new Map(
  Object.entries(sources).map(([file, text]) => [pathToFileURL(path.join(ROOT, file)).href, text]),
);

const ownFolder = pathToFileURL(import.meta.dirname + path.sep).href;
const STAND_INS: Readonly<Record<string, string>> = {
  'node:test': new URL('registry.ts', ownFolder).href,
  'fast-check': new URL('fastCheck.ts', ownFolder).href,
};

registerHooks({
  resolve(specifier, context, next) {
    const url = STAND_INS[specifier];
    const isOurs = context.parentURL?.startsWith(ownFolder) === true;
    return url === undefined || isOurs ? next(specifier, context) : { url, shortCircuit: true };
  },
  load(url, context, next) {
    const text = byUrl.get(url);
    if (text === undefined) return next(url, context);
    return { format: 'module', source: stripTypeScriptTypes(text), shortCircuit: true };
  },
});
