/**
 * No text may make a regular expression of ours take more than linear time: whoever opens a repository has not chosen
 * what stands in it. Every expression in src is found and tried by recheck, which knows what each can be made to do.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'node:test';
import { check, type Parameters } from 'recheck';
import ts from 'typescript';

const SRC = path.resolve(import.meta.dirname, '../src');

/** An expression and where it stands: `syntax/mentions.ts:8:19`. */
interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

interface Findings {
  readonly literals: Expression[];
  /** Where one is built as the program runs. */
  readonly built: string[];
  /** What may build one that nobody could find here. */
  readonly hidden: string[];
}

// Without time limits, so that a slow machine gets the same answers. Where an expression looks around, recheck tries
// texts that it builds; those that it derives from the expression come first and find what there is to find.
const LIMITS: Parameters = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  maxInitialGenerationSize: 100,
  maxIteration: 2,
  mutationSize: 20,
  crossoverSize: 10,
};

/** Methods that make an expression of a string. */
const TAKE_STRINGS: ReadonlySet<string> = new Set(['match', 'matchAll', 'search']);

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.[cm]?[jt]sx?$/.test(name))
  .map((name) => name.split(path.sep).join('/'))
  .sort();

function find(file: string, text: string): Findings {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Findings = { literals: [], built: [], hidden: [] };
  const placeOf = (node: ts.Node) => {
    const { line, character } = tree.getLineAndCharacterOfPosition(node.getStart());
    return `${file}:${line + 1}:${character + 1}`;
  };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.literals.push({
        place: placeOf(node),
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    } else if (ts.isIdentifier(node) && node.text === 'RegExp') {
      const { parent } = node;
      const isBuilt =
        (ts.isNewExpression(parent) || ts.isCallExpression(parent)) && parent.expression === node;
      if (isBuilt) found.built.push(placeOf(parent));
      else if (!isHarmless(node)) found.hidden.push(placeOf(node));
    } else if (ts.isCallExpression(node) && takesString(node)) {
      found.hidden.push(placeOf(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Names a type, or asks whether something is one. */
function isHarmless(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isTypeReferenceNode(parent) || ts.isTypeQueryNode(parent)) return true;
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
}

/** `text.match('a+$')`. A name in its place stands for an expression that is found where it is made. */
function takesString({ expression, arguments: [argument] }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression) || !TAKE_STRINGS.has(expression.name.text)) return false;
  return (
    argument !== undefined &&
    !ts.isRegularExpressionLiteral(argument) &&
    !ts.isIdentifier(argument) &&
    !ts.isNewExpression(argument)
  );
}

/** Loads files and keeps every expression that they build meanwhile. */
async function builtBy(files: Iterable<string>): Promise<Expression[]> {
  const built: Expression[] = [];
  const keep = (made: RegExp) => {
    // The first frame in src is the place.
    const [, file = '', at = ''] = /\/src\/([^\s()]+\.ts):(\d+:\d+)/.exec(new Error().stack ?? '') ?? [];
    // What a library builds as it is loaded is not ours.
    if (file !== '') built.push({ place: `${file}:${at}`, source: made.source, flags: made.flags });
    return made;
  };
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, args: [string, string?]) => keep(new target(...args)),
    apply: (target, _, args: [string, string?]) => keep(target(...args)),
  });
  try {
    for (const file of files) await import(pathToFileURL(path.join(SRC, file)).href);
  } finally {
    globalThis.RegExp = Original;
  }
  return built;
}

/** What recheck says against each; nothing where all take linear time. */
async function unsafe(expressions: readonly Expression[]): Promise<string[]> {
  const found: string[] = [];
  const verdicts = new Map<string, string>();
  for (const { place, source, flags } of expressions) {
    // A sticky one is tried at many places of a text, one after the other, as if it were not.
    const searched = flags.replace('y', '');
    const key = `/${source}/${searched}`;
    const verdict = verdicts.get(key) ?? (await verdictOn(source, searched));
    verdicts.set(key, verdict);
    if (verdict !== 'safe') found.push(`${place} ${key}: ${verdict}`);
  }
  return found;
}

async function verdictOn(source: string, flags: string): Promise<string> {
  const result = await check(source, flags, LIMITS);
  if (result.status === 'safe') return 'safe';
  if (result.status === 'unknown') return `unknown (${result.error.kind})`;
  return `${result.complexity.summary}, by ${result.attack.pattern}`;
}

describe('expressions', () => {
  const findings = sources.map((file) => find(file, readFileSync(path.join(SRC, file), 'utf8')));
  const sites = findings.flatMap((f) => f.built);

  it('are all found', async () => {
    assert.deepEqual(
      findings.flatMap((f) => f.hidden),
      [],
      'Write an expression as /literal/ or new RegExp(…), so that it is found.',
    );
    const built = await builtBy(new Set(sites.map((place) => place.replace(/:.*/, ''))));
    const places = new Set(built.map((b) => b.place));
    assert.deepEqual(
      sites.filter((place) => !places.has(place)),
      [],
      'Build an expression once, while its module loads and without vscode, so that it can be tried here.',
    );
    assert.deepEqual(await unsafe(built), []);
  });

  it('take linear time', async () => {
    const literals = findings.flatMap((f) => f.literals);
    assert.ok(literals.length > 300, String(literals.length));
    assert.deepEqual(await unsafe(literals), []);
  });

  it('are known when they are built in other ways', () => {
    const lines = [
      `const a = new RegExp(x);`,
      `const b = RegExp(y, 'u');`,
      `f(RegExp);`,
      `s.match('a+$');`,
      `s.search(\`\${x}\`);`,
      `s.matchAll(KNOWN);`,
      `let r: RegExp; r instanceof RegExp;`,
      `/[/]/u.test(s);`,
    ];
    const { literals, built, hidden } = find('f.ts', lines.join('\n'));
    assert.deepEqual(built, ['f.ts:1:11', 'f.ts:2:11']);
    assert.deepEqual(hidden, ['f.ts:3:3', 'f.ts:4:1', 'f.ts:5:1']);
    assert.deepEqual(literals, [{ place: 'f.ts:8:1', source: '[/]', flags: 'u' }]);
  });

  for (const [kind, expression] of [
    ['exponential', /^(?:[&!]\S*\s*)*$/],
    ['polynomial at the end of a text', /\s+$/],
    ['polynomial within', /^\s*,?\s*$/],
    ['polynomial where it is tried everywhere', /[a-z]+:\/\//y],
    ['polynomial with something to look back at', /(?<!@)[a-z]+:\d(?=\s)/],
  ] as const) {
    it(`are told when they are not: ${kind}`, async () => {
      const found = await unsafe([{ place: 'here', source: expression.source, flags: expression.flags }]);
      assert.equal(found.length, 1);
      assert.ok(found[0]?.includes(kind.split(' ')[0] ?? kind), found[0]);
    });
  }
});
