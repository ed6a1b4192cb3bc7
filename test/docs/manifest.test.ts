/** The manifest and the code promise the same (docs/architecture.md, invariant 9), each read from its own source. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { callsIn, readSource, sourceFiles } from '../../scripts/l10n.ts';
import { BUNDLES } from '../../scripts/lib/bundles.ts';
import { ROOT } from '../../scripts/lib/paths.ts';

interface Command {
  readonly command: string;
}

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { readonly id: string }[];
    readonly commands: readonly Command[];
    readonly menus?: Readonly<Record<string, readonly Partial<Command>[]>>;
    readonly keybindings?: readonly Command[];
    readonly views?: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const manifestText = read('package.json');
const manifest = JSON.parse(manifestText) as Manifest;
const { contributes } = manifest;
const sources = sourceFiles('src/editor').map(readSource);
const calls = sources.flatMap(callsIn);

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** A text that stands here, or in a constant of the same file. */
function literal(node: ts.Expression | undefined): string | undefined {
  if (!node || ts.isStringLiteralLike(node)) return node?.text;
  if (!ts.isIdentifier(node)) return undefined;
  const declarations = node
    .getSourceFile()
    .statements.flatMap((s) => (ts.isVariableStatement(s) ? s.declarationList.declarations : []));
  const value = declarations.find((d) => d.name.getText() === node.text)?.initializer;
  return value && ts.isStringLiteralLike(value) ? value.text : undefined;
}

/** First arguments of the calls whose callee fits. They must be known here, as nothing could be compared otherwise. */
function firstArguments(callee: RegExp): string[] {
  return unique(
    calls
      .filter((call) => callee.test(call.expression.getText()))
      .map((call) => {
        const first = literal(call.arguments[0]);
        assert.ok(first !== undefined, `no literal in ${call.getText().slice(0, 80)}`);
        return first;
      }),
  );
}

/** Literal values of the properties with this name, anywhere in the editor's sources. */
function propertyValues(name: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() === name &&
      ts.isStringLiteralLike(node.initializer)
    ) {
      found.push(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  sources.forEach(visit);
  return unique(found);
}

/** Settings that the code reads: `get` and `inspect` on `getConfiguration(prefix)`, at once or through a constant. */
function settingsRead(source: ts.SourceFile): string[] {
  const prefixOf = (node: ts.Expression): string | undefined => {
    if (!ts.isCallExpression(node) || !node.expression.getText().endsWith('.getConfiguration'))
      return undefined;
    const [prefix] = node.arguments;
    return prefix && ts.isStringLiteralLike(prefix) ? prefix.text : '';
  };
  const constants = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    const prefix =
      ts.isVariableDeclaration(node) && node.initializer ? prefixOf(node.initializer) : undefined;
    if (prefix !== undefined && ts.isVariableDeclaration(node)) constants.set(node.name.getText(), prefix);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return callsIn(source).flatMap(({ expression, arguments: [key] }) => {
    if (!ts.isPropertyAccessExpression(expression) || !/^(?:get|inspect)$/.test(expression.name.text))
      return [];
    const receiver = expression.expression;
    const prefix = prefixOf(receiver) ?? constants.get(receiver.getText());
    if (prefix === undefined || !key || !ts.isStringLiteralLike(key)) return [];
    return [prefix === '' ? key.text : `${prefix}.${key.text}`];
  });
}

describe('package.json', () => {
  it('has a text in package.nls.json for every %key%, and no text is left over', () => {
    const keys = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '');
    const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;
    assert.deepEqual(unique(keys), unique(Object.keys(texts)));
    const empty = Object.keys(texts).filter((key) => texts[key]?.trim() === '');
    assert.deepEqual(empty, [], 'keys without a text');
  });

  it('lists the commands that the code registers', () => {
    const declared = contributes.commands.map((c) => c.command);
    assert.notEqual(declared.length, 0);
    assert.deepEqual(unique(declared), firstArguments(/\.register(?:TextEditor)?Command$/));
    assert.equal(unique(declared).length, declared.length, 'a command is declared twice');
  });

  it('offers in menus and keys, and the code runs, only commands that exist', () => {
    const declared = contributes.commands.map((c) => c.command);
    const inMenus = Object.values(contributes.menus ?? {}).flatMap((menu) =>
      menu.flatMap((m) => m.command ?? []),
    );
    const inKeys = (contributes.keybindings ?? []).map((k) => k.command);
    const run = [...propertyValues('command'), ...firstArguments(/\.executeCommand$/)];
    // VS Code itself makes a command that focuses it for each view.
    const views = Object.values(contributes.views ?? {}).flatMap((group) =>
      group.map((v) => `${v.id}.focus`),
    );
    const named = unique([...inMenus, ...inKeys, ...run]).filter((id) => id.startsWith('playbook.'));
    assert.deepEqual(
      named.filter((id) => !declared.includes(id) && !views.includes(id)),
      [],
    );
  });

  it('lists the settings that the code reads', () => {
    const declared = Object.keys(contributes.configuration.properties);
    const used = sources.flatMap(settingsRead).filter((key) => key.startsWith('playbook.'));
    assert.notEqual(declared.length, 0);
    assert.deepEqual(unique(declared), unique(used));
  });

  it('lists the views that the code fills', () => {
    const declared = Object.values(contributes.views ?? {}).flatMap((group) => group.map((v) => v.id));
    assert.deepEqual(unique(declared), firstArguments(/\.(?:createTreeView|registerTreeDataProvider)$/));
  });

  it('brings along every language that the code serves', () => {
    const builtIn = ['markdown', 'yaml'];
    const declared = contributes.languages.map((l) => l.id);
    const served = propertyValues('language').filter((id) => !builtIn.includes(id));
    assert.deepEqual(unique(declared), served);
    const wakes = manifest.activationEvents
      .filter((e) => e.startsWith('onLanguage:'))
      .map((e) => e.split(':')[1]);
    assert.deepEqual(wakes, declared);
  });

  it('names files that exist, and the bundles that the build makes', () => {
    const made = BUNDLES.map(({ outfile }) => `./${outfile}`);
    const entries = [
      manifest.main,
      manifest.browser,
      ...Object.values(manifest.bin).map((file) => `./${file}`),
    ];
    assert.deepEqual(unique(entries), unique(made));
    const named = [...manifestText.matchAll(/"(\.\/[^"]+|images\/[^"]+)"/g)].map((match) => match[1] ?? '');
    const missing = unique(named).filter(
      (file) => !made.includes(file) && !existsSync(path.join(ROOT, file)),
    );
    assert.deepEqual(missing, []);
  });
});
