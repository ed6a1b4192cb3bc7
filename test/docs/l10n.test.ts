/** Every text that a user reads in the editor can be translated, and the bundle for translators holds them all. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'node:test';
import ts from 'typescript';
import {
  BUNDLE,
  bundleText,
  callsIn,
  isTranslation,
  parseSource,
  readSource,
  sourceFiles,
  textsIn,
  translatedTexts,
} from '../../scripts/l10n.ts';
import { ROOT } from '../../scripts/lib/paths.ts';

/** Calls of VS Code whose arguments a user reads: the texts themselves, or the properties that hold texts. */
const SHOWING =
  /\.(?:show(?:Information|Warning|Error)Message|showQuickPick|showInputBox|showOpenDialog|showSaveDialog|setStatusBarMessage|withProgress|createTreeView)$/;
const SHOWN_CLASSES = /\.(?:CodeAction|Diagnostic|TreeItem|QuickPickItem|CodeLens)$/;
const SHOWN_PROPERTIES = new Set([
  'title',
  'placeHolder',
  'placeholder',
  'prompt',
  'label',
  'detail',
  'description',
  'message',
  'tooltip',
  'text',
  'openLabel',
  'saveLabel',
]);

/** Literal texts in a file that reach the user as they stand, each with its line. */
function untranslated(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const report = (node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${source.fileName}:${line + 1}: ${node.getText()}`);
  };
  const look = (node: ts.Node): void => {
    // What a call makes of a literal is not the literal; l10n.t is such a call.
    if (ts.isCallExpression(node) || ts.isFunctionLike(node)) return;
    if (isReadable(node)) report(node);
    // What is put into a template comes from elsewhere, or is the name of an icon.
    else if (ts.isTemplateExpression(node)) return;
    else if (ts.isObjectLiteralExpression(node)) node.properties.forEach(lookAtProperty);
    else ts.forEachChild(node, look);
  };
  const lookAtProperty = (property: ts.ObjectLiteralElementLike): void => {
    if (!ts.isPropertyAssignment(property)) return;
    if (SHOWN_PROPERTIES.has(property.name.getText()) || ts.isObjectLiteralExpression(property.initializer)) {
      look(property.initializer);
    }
  };
  for (const call of callsIn(source)) {
    if (SHOWING.test(call.expression.getText())) call.arguments.forEach(look);
  }
  const visit = (node: ts.Node): void => {
    if (isShownAssignment(node)) look(node.right);
    if (ts.isNewExpression(node) && SHOWN_CLASSES.test(node.expression.getText()))
      node.arguments?.forEach(look);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `item.tooltip = …` */
function isShownAssignment(node: ts.Node): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(node.left) &&
    SHOWN_PROPERTIES.has(node.left.name.text)
  );
}

/** A literal with a word in it; `@${handle}` has none. */
function isReadable(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node)) return /\p{L}/u.test(node.text);
  if (!ts.isTemplateExpression(node)) return false;
  return [node.head, ...node.templateSpans.map((s) => s.literal)].some((part) => /\p{L}/u.test(part.text));
}

function without(all: readonly string[], some: readonly string[]): string[] {
  return all.filter((text) => !some.includes(text));
}

describe('texts for the user', () => {
  it(`stand in ${BUNDLE}, sorted, and nothing else does (made by: npx node scripts/l10n.ts)`, async () => {
    const written = readFileSync(path.join(ROOT, BUNDLE), 'utf8');
    const expected = await bundleText();
    const texts = (json: string): string[] => Object.keys(JSON.parse(json) as Record<string, string>);
    // Texts alone first: a difference then shows as one line, not as two files.
    assert.deepEqual({ missing: without(texts(expected), texts(written)) }, { missing: [] });
    assert.deepEqual({ unused: without(texts(written), texts(expected)) }, { unused: [] });
    assert.equal(written, expected);
  });

  for (const file of sourceFiles('src/editor')) {
    it(`go through l10n.t in ${file}`, () => {
      assert.deepEqual(untranslated(readSource(file)), []);
    });
  }
});

/** The object behind a template such as `hoverLines.person`; undefined where it is a variable or is put together. */
function templateObjects(file: string): string[] {
  const calls = callsIn(readSource(file)).filter((call) => call.expression.getText() === 'message');
  const objects: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(look);
    else if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) look(node.expression);
    else if (ts.isIdentifier(node)) objects.push(node.text);
  };
  for (const [template] of calls.map((call) => call.arguments))
    if (template && !ts.isIdentifier(template)) look(template);
  return objects;
}

describe('messages of the core', () => {
  for (const file of sourceFiles('src/language')) {
    it(`come from exported texts in ${file}`, async () => {
      const exports = (await import(pathToFileURL(path.join(ROOT, file)).href)) as Record<string, unknown>;
      // What is no constant of the module is a variable: it holds one of them, or the texts of a rule.
      const constants = new Set(
        readSource(file).statements.flatMap((statement) =>
          ts.isVariableStatement(statement)
            ? statement.declarationList.declarations.map((d) => d.name.getText())
            : [],
        ),
      );
      const hidden = templateObjects(file).filter((name) => constants.has(name) && !textsIn(exports[name]));
      assert.deepEqual(hidden, [], 'not in the bundle, as it is not exported or holds more than texts');
    });
  }
});

describe('the search for untranslated texts', () => {
  const find = (text: string): string[] => untranslated(parseSource('x.ts', text));

  for (const text of [
    "void vscode.window.showInformationMessage('No roster yet.');",
    'void vscode.window.showErrorMessage(`Cannot read ${name}.`);',
    "void vscode.window.showWarningMessage(ok ? 'Done.' : vscode.l10n.t('No'));",
    "void vscode.window.showQuickPick(items, { title: 'Who Are You?' });",
    "void vscode.window.showQuickPick([{ label: 'Maria' }]);",
    "new vscode.CodeAction('Assign to Me', kind);",
    "item.tooltip = 'Every task has an owner.';",
    'item.text = `$(pass) ${owned} owned`;',
  ]) {
    it(`sees ${text}`, () => {
      assert.equal(find(text).length, 1);
    });
  }

  for (const text of [
    "void vscode.window.showInformationMessage(vscode.l10n.t('No roster yet.'));",
    'void vscode.window.showQuickPick(people.map((p) => ({ label: p.name, description: `@${p.handle}` })));',
    "void vscode.window.showQuickPick(items, { title: vscode.l10n.t('Who Are You?'), matchOnDescription: true });",
    'new vscode.CodeAction(localize(title), kind);',
    "item.text = `$(${done ? 'pass' : 'person'}) ${text}`;",
  ]) {
    it(`passes ${text}`, () => {
      assert.deepEqual(find(text), []);
    });
  }

  it('does not take a text that is put together', () => {
    const source = parseSource('x.ts', "vscode.l10n.t('Owned by ' + name);");
    assert.equal(callsIn(source).filter(isTranslation).length, 1);
    assert.throws(() => translatedTexts(source), /x\.ts:1: .*literal/);
  });
});
