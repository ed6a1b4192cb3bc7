// `npx node scripts/l10n.ts`: writes l10n/bundle.l10n.json, every English text that is shown through vscode.l10n.t.
// Translations stand beside it as bundle.l10n.<language>.json, with the same keys.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { allRules } from '../src/rules/all.ts';
import { baselineMessages } from '../src/rules/baselineFile.ts';
import { append } from '../src/text/lists.ts';
import { ROOT } from './lib/paths.ts';

/** Path of the bundle from the project's root. */
export const BUNDLE = 'l10n/bundle.l10n.json';

/** The one file that translates texts of the core, whose templates come from the rules and features. */
const CORE_TEXTS = 'src/editor/localize.ts';

/** The bundle as it should be: each text under itself, in the order of its characters. */
export async function bundleText(): Promise<string> {
  const texts = [
    ...ruleTexts(),
    ...Object.values(baselineMessages),
    ...(await languageTexts()),
    ...editorTexts(),
  ];
  const sorted = [...new Set(texts)].sort();
  return `${JSON.stringify(Object.fromEntries(sorted.map((text) => [text, text])), undefined, 2)}\n`;
}

function ruleTexts(): string[] {
  return allRules.flatMap((rule) => [
    rule.summary,
    ...Object.values(rule.messages),
    ...Object.values(rule.fixTitles),
  ]);
}

/**
 * Features keep their texts in exported objects of nothing but texts, such as `codeActionTitles`. A text that stands in
 * a call of `message` itself is one as well.
 */
async function languageTexts(): Promise<string[]> {
  const texts: string[] = [];
  for (const file of sourceFiles('src/language')) {
    const exports = (await import(pathToFileURL(path.join(ROOT, file)).href)) as Record<string, unknown>;
    append(
      texts,
      Object.values(exports).flatMap((value) => textsIn(value) ?? []),
    );
    const messages = callsIn(readSource(file)).filter((call) => call.expression.getText() === 'message');
    append(
      texts,
      messages.flatMap(({ arguments: [text] }) => (text && ts.isStringLiteralLike(text) ? text.text : [])),
    );
  }
  return texts;
}

/** Every text in an object of texts and of such objects; undefined for anything else. */
export function textsIn(value: unknown): string[] | undefined {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return undefined;
  const texts: string[] = [];
  for (const inner of Object.values(value)) {
    const found = typeof inner === 'string' ? [inner] : textsIn(inner);
    if (!found) return undefined;
    append(texts, found);
  }
  return texts;
}

function editorTexts(): string[] {
  return sourceFiles('src/editor').flatMap((file) =>
    file === CORE_TEXTS ? [] : translatedTexts(readSource(file)),
  );
}

/**
 * The first arguments of all calls of `vscode.l10n.t` in a file.
 * @throws Error when one is no literal: nobody could translate it then.
 */
export function translatedTexts(source: ts.SourceFile): string[] {
  return callsIn(source)
    .filter(isTranslation)
    .map((call) => {
      const [text] = call.arguments;
      if (text && ts.isStringLiteralLike(text)) return text.text;
      const { line } = source.getLineAndCharacterOfPosition(call.getStart());
      throw new Error(
        `${source.fileName}:${line + 1}: l10n.t needs a literal text, with {name} for what varies`,
      );
    });
}

/** True for `vscode.l10n.t(…)` and `l10n.t(…)`. */
export function isTranslation(call: ts.CallExpression): boolean {
  return /(?:^|\.)l10n\.t$/.test(call.expression.getText());
}

/** Every call in a file, the outer one before those in its arguments. */
export function callsIn(source: ts.Node): ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) calls.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

/** The TypeScript files below a folder, as sorted paths from the project's root with `/`. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

/** The syntax tree of a file of the project. */
export function readSource(file: string): ts.SourceFile {
  return parseSource(file, readFileSync(path.join(ROOT, file), 'utf8'));
}

export function parseSource(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(path.join(ROOT, BUNDLE), await bundleText());
  console.log(BUNDLE);
}
