import ts from 'typescript';
import type { Mutant } from './mutant.ts';
import { isInsideChain, replacementsOf } from './mutators.ts';

/** Names of constants and properties that hold what people read. */
const FOR_READERS =
  /^(?:summary|summaries|messages?|fixTitles|titles?|detail|\w+(?:Titles|Messages|Details|Texts))$/;

/**
 * All mutants of a source file in the order of their places. What is there for types alone, and what people read, is
 * left as it is: no behaviour hangs on it.
 * @param file path in the project, with `/`
 */
export function mutantsOf(file: string, text: string): Mutant[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lines = text.split('\n');
  const found: Omit<Mutant, 'nth'>[] = [];
  const visit = (node: ts.Node, isConstant: boolean): void => {
    if (isLeftAlone(node)) return;
    for (const { kind, node: changed, mutated } of replacementsOf(node)) {
      if (!canBeReplaced(changed)) continue;
      const start = changed.getStart();
      const { line } = tree.getLineAndCharacterOfPosition(start);
      const original = changed.getText();
      const source = (lines[line] ?? '').trim();
      found.push({
        file,
        line: line + 1,
        start,
        end: changed.getEnd(),
        kind,
        original,
        mutated,
        source,
        isConstant,
      });
    }
    ts.forEachChild(node, (child) => {
      visit(child, isConstant && !ts.isFunctionLike(node));
    });
  };
  visit(tree, true);
  return numbered(found.sort((a, b) => a.start - b.start || b.end - a.end));
}

function isLeftAlone(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return true;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  const isNamed = ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node);
  return (
    isNamed &&
    (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) &&
    FOR_READERS.test(node.name.text)
  );
}

/** Whether an expression in brackets could stand in the place of a node. */
function canBeReplaced(node: ts.Node): boolean {
  const { parent } = node;
  if (isInsideChain(node)) return false;
  if (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent)) {
    return parent.name !== node;
  }
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  if (ts.isBinaryExpression(parent) && isAssignment(parent.operatorToken.kind)) {
    return parent.left !== node;
  }
  // `[a, b] of pairs` takes apart, and `a.b(c)` needs its object.
  if (ts.isForOfStatement(parent)) return parent.initializer !== node;
  if (ts.isCallExpression(parent)) return parent.expression !== node;
  return !ts.isTaggedTemplateExpression(parent) && !ts.isLiteralTypeNode(parent);
}

function isAssignment(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}

function numbered(found: readonly Omit<Mutant, 'nth'>[]): Mutant[] {
  const seen = new Map<string, number>();
  return found.map((mutant) => {
    const { source, kind, original, mutated } = mutant;
    const alike = JSON.stringify([source, kind, original, mutated]);
    const nth = seen.get(alike) ?? 0;
    seen.set(alike, nth + 1);
    return { ...mutant, nth };
  });
}
