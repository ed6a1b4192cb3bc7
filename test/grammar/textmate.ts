/** vscode-textmate and vscode-oniguruma, the libraries by which VS Code reads grammars, put together for the tests. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as oniguruma from 'vscode-oniguruma';
import type * as textmate from 'vscode-textmate';
import { GRAMMAR_PATH } from './generate.ts';

const require = createRequire(import.meta.url);
const { createOnigScanner, createOnigString, loadWASM } = require('vscode-oniguruma') as typeof oniguruma;
const { INITIAL, parseRawGrammar, Registry } = require('vscode-textmate') as typeof textmate;

/** The state before the first line. */
export { INITIAL };

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../..');
const grammars = path.dirname(fileURLToPath(import.meta.resolve('tm-grammars/grammars/markdown.json')));

/** VS Code's own grammars that ours reaches. Languages inside fences are left out: they stay plain there. */
const FILES: Readonly<Record<string, string>> = {
  'text.html.markdown.playbook': path.join(root, GRAMMAR_PATH),
  'text.html.markdown': path.join(grammars, 'markdown.json'),
  'text.html.derivative': path.join(grammars, 'html-derivative.json'),
  'text.html.basic': path.join(grammars, 'html.json'),
  'source.yaml': path.join(grammars, 'yaml.json'),
};

/** A grammar as VS Code loads it, with all that it includes. */
export async function loadGrammar(scopeName: string): Promise<textmate.IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => createOnigScanner(patterns),
      createOnigString: (text) => createOnigString(text),
    }),
    loadGrammar: (name) => {
      const file = FILES[name];
      return Promise.resolve(file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file));
    },
  });
  const grammar = await registry.loadGrammar(scopeName);
  assert.ok(grammar, `${scopeName} does not load`);
  return grammar;
}

/** Whether a token has a scope, named whole or by its beginning up to a dot, as a theme names it. */
export function has(token: textmate.IToken, scope: string): boolean {
  return token.scopes.some((name) => name === scope || name.startsWith(`${scope}.`));
}
