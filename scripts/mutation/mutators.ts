import ts from 'typescript';
import type { Kind } from './mutant.ts';

/** A piece of the source and what stands in its place. */
export interface Replacement {
  readonly kind: Kind;
  readonly node: ts.Node;
  readonly mutated: string;
}

type Mutator = (node: ts.Node) => readonly Replacement[];

const { SyntaxKind } = ts;

/** Every small change that could be made of a node itself; its children are asked by themselves. */
export function replacementsOf(node: ts.Node): Replacement[] {
  return MUTATORS.flatMap((mutator) => mutator(node));
}

const BINARY: ReadonlyMap<ts.SyntaxKind, readonly (readonly [Kind, string])[]> = new Map<
  ts.SyntaxKind,
  readonly (readonly [Kind, string])[]
>([
  [
    SyntaxKind.LessThanToken,
    [
      ['boundary', '<='],
      ['boundary', '>='],
    ],
  ],
  [
    SyntaxKind.LessThanEqualsToken,
    [
      ['boundary', '<'],
      ['boundary', '>'],
    ],
  ],
  [
    SyntaxKind.GreaterThanToken,
    [
      ['boundary', '>='],
      ['boundary', '<='],
    ],
  ],
  [
    SyntaxKind.GreaterThanEqualsToken,
    [
      ['boundary', '>'],
      ['boundary', '<'],
    ],
  ],
  [SyntaxKind.EqualsEqualsEqualsToken, [['equality', '!==']]],
  [SyntaxKind.ExclamationEqualsEqualsToken, [['equality', '===']]],
  [SyntaxKind.AmpersandAmpersandToken, [['logical', '||']]],
  [SyntaxKind.BarBarToken, [['logical', '&&']]],
  [SyntaxKind.PlusToken, [['arithmetic', '-']]],
  [SyntaxKind.MinusToken, [['arithmetic', '+']]],
  [SyntaxKind.AsteriskToken, [['arithmetic', '/']]],
  [SyntaxKind.SlashToken, [['arithmetic', '*']]],
  [SyntaxKind.PercentToken, [['arithmetic', '*']]],
  [SyntaxKind.PlusEqualsToken, [['arithmetic', '-=']]],
  [SyntaxKind.MinusEqualsToken, [['arithmetic', '+=']]],
]);

function binary(node: ts.Node): Replacement[] {
  if (!ts.isBinaryExpression(node)) return [];
  const { left, right, operatorToken } = node;
  if (operatorToken.kind === SyntaxKind.QuestionQuestionToken) {
    return [{ kind: 'fallback', node, mutated: left.getText() }];
  }
  // Minus between texts is no slip that anyone makes.
  if (isText(left) || isText(right)) {
    if (operatorToken.kind === SyntaxKind.PlusToken) return [];
  }
  return (BINARY.get(operatorToken.kind) ?? []).map(([kind, operator]) => ({
    kind,
    node,
    // `a && b || c` must stay as it is grouped.
    mutated: `${grouped(left)} ${operator} ${grouped(right)}`,
  }));
}

function isText(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node)) return isText(node.left) || isText(node.right);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function grouped(node: ts.Expression): string {
  const isSimple =
    ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isLiteralExpression(node);
  return isSimple ? node.getText() : `(${node.getText()})`;
}

function condition(node: ts.Node): Replacement[] {
  if (ts.isIfStatement(node)) return always(node.expression, ['true', 'false']);
  if (ts.isConditionalExpression(node)) return always(node.condition, ['true', 'false']);
  if (ts.isWhileStatement(node)) return always(node.expression, ['false']);
  return [];
}

function always(node: ts.Expression, values: readonly string[]): Replacement[] {
  return values.map((mutated) => ({ kind: 'condition', node, mutated }));
}

function negation(node: ts.Node): Replacement[] {
  if (!ts.isPrefixUnaryExpression(node) || node.operator !== SyntaxKind.ExclamationToken) return [];
  return [{ kind: 'negation', node, mutated: node.operand.getText() }];
}

function boolean(node: ts.Node): Replacement[] {
  if (node.kind === SyntaxKind.TrueKeyword) return [{ kind: 'boolean', node, mutated: 'false' }];
  if (node.kind === SyntaxKind.FalseKeyword) return [{ kind: 'boolean', node, mutated: 'true' }];
  return [];
}

function number(node: ts.Node): Replacement[] {
  if (!ts.isNumericLiteral(node)) return [];
  return [{ kind: 'number', node, mutated: String(Number(node.text) + 1) }];
}

/** A text of several words is read by people, and what it says is not checked by a change like this. */
const PROSE = /\p{L}[\p{L}'’",.:;]* \p{L}/u;

function string(node: ts.Node): Replacement[] {
  const isWhole = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
  if (!isWhole && !ts.isTemplateExpression(node)) return [];
  if (ts.isTemplateExpression(node)) {
    return PROSE.test(node.getText()) ? [] : [{ kind: 'string', node, mutated: "''" }];
  }
  if (PROSE.test(node.text)) return [];
  return [{ kind: 'string', node, mutated: node.text === '' ? "'mutated'" : "''" }];
}

function array(node: ts.Node): Replacement[] {
  if (!ts.isArrayLiteralExpression(node) || node.elements.length === 0) return [];
  return [{ kind: 'array', node, mutated: '[]' }];
}

/** `a?.b` without its question mark; the chain is replaced as a whole, since it ends as one. */
function chain(node: ts.Node): Replacement[] {
  if (!ts.isOptionalChain(node) || isInsideChain(node)) return [];
  const found: Replacement[] = [];
  const text = node.getText();
  for (let at: ts.Node = node; ts.isOptionalChain(at); at = at.expression) {
    const question = ts.isNonNullExpression(at) ? undefined : at.questionDotToken;
    if (question === undefined) continue;
    const from = question.getStart() - node.getStart();
    // `a?.[0]` and `a?.(b)` lose the dot as well.
    const rest = text.slice(from + 2);
    const mutated = text.slice(0, from) + (ts.isPropertyAccessExpression(at) ? '.' : '') + rest;
    found.push({ kind: 'chain', node, mutated });
  }
  return found;
}

/** Whether a chain goes on around this part of it. */
export function isInsideChain(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isOptionalChain(parent) && parent.expression === node;
}

const OTHER_METHOD: Readonly<Record<string, string>> = {
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  every: 'some',
  some: 'every',
  min: 'max',
  max: 'min',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
  trimStart: 'trimEnd',
  trimEnd: 'trimStart',
};
/** Calls that give back the like of what they are given. */
const DROPPED_METHODS = new Set([
  'filter',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'trim',
  'slice',
  'toLowerCase',
]);

function method(node: ts.Node): Replacement[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  // A chain that is optional ends as a whole.
  if (ts.isOptionalChain(node) || ts.isOptionalChain(node.expression)) return [];
  const { expression: object, name } = node.expression;
  const other = OTHER_METHOD[name.text];
  const args = node.getText().slice(node.expression.getEnd() - node.getStart());
  if (other !== undefined) return [{ kind: 'method', node, mutated: `${object.getText()}.${other}${args}` }];
  return DROPPED_METHODS.has(name.text) ? [{ kind: 'method', node, mutated: object.getText() }] : [];
}

function statement(node: ts.Node): Replacement[] {
  const canGo = ts.isExpressionStatement(node) || ts.isContinueStatement(node) || ts.isBreakStatement(node);
  return canGo ? [{ kind: 'statement', node, mutated: ';' }] : [];
}

function returned(node: ts.Node): Replacement[] {
  if (!ts.isReturnStatement(node) || node.expression === undefined) return [];
  const text = node.expression.getText();
  return text === 'undefined' ? [] : [{ kind: 'return', node: node.expression, mutated: 'undefined' }];
}

const MUTATORS: readonly Mutator[] = [
  array,
  binary,
  boolean,
  chain,
  condition,
  method,
  negation,
  number,
  returned,
  statement,
  string,
];
