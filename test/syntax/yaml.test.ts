import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { parseYaml, soundYaml } from '../../src/syntax/yaml.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../../src/syntax/yamlTree.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import {
  checkProblems,
  checkTree,
  fixAll,
  mutatedRoster,
  plain,
  read,
  ROSTER,
  told,
  yamlish,
  type Plain,
} from './yamlFixture.ts';

function map(node: YamlNode | undefined): YamlMap {
  assert.ok(node?.kind === 'map');
  return node;
}

function entry(node: YamlNode | undefined, ...path: [string, ...string[]]): YamlEntry {
  const [key, ...rest] = path;
  const found = map(node).entries.find((e) => e.key === key);
  assert.ok(found, `no key ${key}`);
  return rest[0] === undefined ? found : entry(found.value, rest[0], ...rest.slice(1));
}

describe('sound YAML', () => {
  const cases: readonly [text: string, expected: Plain | undefined][] = [
    ['title: Spring trade show', { title: 'Spring trade show' }],
    ['a: 2027-03-02\nb: true\nc: null\nd: 1e3', { a: '2027-03-02', b: 'true', c: 'null', d: '1e3' }],
    [`a: "x \\u00e9"\nb: 'it''s'`, { a: 'x é', b: "it's" }],
    ['a:\nb: ~', { a: '', b: '~' }],
    ['a: { b: [c, { d: e }], "f g": h }', { a: { 'b': ['c', { d: 'e' }], 'f g': 'h' } }],
    ['a:\n- b\n- c: d\n  e: f\n- - g', { a: ['b', { c: 'd', e: 'f' }, ['g']] }],
    ['a: |\n  b\n  c\nd: >-\n  e\n  f', { a: 'b\nc\n', d: 'e f' }],
    ['a: b\n  c', { a: 'b c' }],
    ['a: &x { b: c }\nd: *x\ne: *x', { a: { b: 'c' }, d: { b: 'c' }, e: { b: 'c' } }],
    ['a: &x { b: c, d: e }\nf: { <<: *x, b: own }', { a: { b: 'c', d: 'e' }, f: { b: 'own', d: 'e' } }],
    [
      'a: &x { b: c }\nd: &y { e: f }\ng:\n  <<: [*x, *y]',
      { a: { b: 'c' }, d: { e: 'f' }, g: { b: 'c', e: 'f' } },
    ],
    ['"<<": a', { '<<': 'a' }],
    ['a: !!str 1\nb: !important x', { a: '1', b: 'x' }],
    ['[from: a, to: b]', [{ from: 'a' }, { to: 'b' }]],
    ['{ "title": "x" }', { title: 'x' }],
    ['? a\n: b', { a: 'b' }],
    ['2027: x\ntrue: y', { 2027: 'x', true: 'y' }],
    ['\ufeffa: b', { a: 'b' }],
    ['a: b\r\nc:\r\n  d: e\r\n', { a: 'b', c: { d: 'e' } }],
    ['a: b\rc: d', { a: 'b', c: 'd' }],
    ['%YAML 1.2\n---\na: b\n...\n', { a: 'b' }],
    ['---\n# nothing\n---\na: b', { a: 'b' }],
    ['{{ name }}: x', { '{{ name }}': 'x' }],
    // Copied from a web page.
    ['a:\u00a0b c\u00a0d\n\u00a0\u00a0e', { a: 'b c\u00a0d e' }],
    ['a:\n\u00a0\u00a0b: c', { a: { b: 'c' } }],
    ['', undefined],
    [' \n\t\n', undefined],
    ['# only a comment\n', undefined],
    ['---\n...\n', undefined],
    ['just text', 'just text'],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => {
      const { root, problems } = read(text);
      assert.deepEqual(plain(root), expected);
      assert.deepEqual(problems, []);
    });
  }

  it('says where every key and value stands', () => {
    const { root, lines } = read(ROSTER);
    const at = (...path: [string, ...string[]]) => {
      const { keyRange, value } = entry(root, ...path);
      return [lines.slice(keyRange), lines.slice(value.range)];
    };
    assert.deepEqual(at('people', 'maria', 'name'), ['name', 'Maria López']);
    assert.deepEqual(at('people', 'lee', 'name'), ['name', 'Lee Roy']);
    assert.deepEqual(at('roles', 'ae'), ['ae', '[sam, pat]']);
    assert.deepEqual(at('people', 'sam', 'away'), ['away', '[{ from: 2027-02-20, to: 2027-02-27 }]']);
    assert.deepEqual(at('rules'), ['rules', 'due-missing: warning']);
    assert.deepEqual(at('exclude'), ['exclude', '- "**/archive/**"']);
    assert.deepEqual(
      at('teams', 'agency')[1],
      '{ name: Adelsberger Marketing, external: true, contact: maria }',
    );
  });

  it('ends a text of several lines with its last line', () => {
    for (const style of ['|', '|-', '>', '|+']) {
      const { root, lines } = read(`a: ${style}\n  one\n  two\nb: c\n`);
      const text = lines.slice(entry(root, 'a').value.range);
      assert.ok(text.endsWith('  two'), JSON.stringify(text));
    }
  });

  it('puts an empty value just after its colon', () => {
    const { root, lines } = read(ROSTER);
    const { value } = entry(root, 'roles', 'open');
    assert.deepEqual(value.range.start, value.range.end);
    const { line, character } = value.range.start;
    assert.equal(lines.line(line).slice(0, character), '  open:');
  });

  it('tells a quoted value from a plain one', () => {
    const { root } = read('a: "null"\nb: null\nc: |\n  x');
    assert.deepEqual(
      map(root).entries.map((e) => e.value.kind === 'scalar' && e.value.plain),
      [false, true, false],
    );
  });

  it('notices a value that YAML takes for a comment', () => {
    const { root, lines } = read('tags: #launch, later # a comment\nother: # a comment\nlast:');
    const hashes = map(root).entries.map((e) =>
      e.value.kind === 'scalar' && e.value.hash ? lines.slice(e.value.hash) : undefined,
    );
    assert.deepEqual(hashes, ['#launch, later # a comment', undefined, undefined]);
  });

  it('positions are those of the whole text', () => {
    const text = 'before\n---\ntitle: x\nowner: @maria\n---\nafter';
    const lines = new LineIndex(text);
    const { root, problems } = parseYaml(lines, text.indexOf('title'), text.lastIndexOf('---'));
    assert.equal(lines.slice(entry(root, 'title').keyRange), 'title');
    assert.deepEqual(told(text, problems), ['atSign: @maria']);
  });

  it('agrees with the parser’s own loader on everything that loads', () => {
    fc.assert(
      fc.property(yamlish, (text) => {
        let expected: unknown;
        try {
          expected = load(text, { schema: FAILSAFE_SCHEMA });
        } catch {
          return;
        }
        // Merge keys are plain keys in the failsafe schema, NBSP is plain text, and comments may hold anything.
        if (/<<|\u00a0|\ufeff|__proto__|\ud83d(?!\ude80)/.test(text)) return;
        const { root, problems } = read(text);
        if (root) assert.deepEqual(plain(root), JSON.parse(JSON.stringify(expected)));
        assert.deepEqual(
          problems.filter((p) => p.rule === 'front-matter-invalid'),
          [],
        );
      }),
      { numRuns: 3000 },
    );
  });
});

describe('broken YAML', () => {
  /** Text, what is kept of it, what is said, and whether the fixes offered mend all of it. */
  const cases: readonly [text: string, kept: Plain, problems: readonly string[], mends: boolean][] = [
    ['owner: @maria', { owner: '@maria' }, ['atSign: @maria'], true],
    ['owners: [@maria, sam]', { owners: ['@maria', 'sam'] }, ['atSign: @maria'], true],
    ['owner: @maria and @sam # both', { owner: '@maria and @sam' }, ['needsQuotes: @maria and @sam'], true],
    [
      'people:\n  @maria: { name: Maria }\n  sam:',
      { people: { '@maria': { name: 'Maria' }, 'sam': '' } },
      ['atSign: @maria'],
      true,
    ],
    ['title: Q4: launch', { title: 'Q4: launch' }, ['secondColon: Q4: launch'], true],
    [
      'a: { name: Q4: launch, b: c }',
      { a: { name: 'Q4: launch', b: 'c' } },
      ['secondColon: Q4: launch'],
      true,
    ],
    [
      'a: { name: Maria team: sales }',
      { a: { name: 'Maria team: sales' } },
      ['secondColonOrComma: Maria team: sales'],
      false,
    ],
    [
      'title: [Draft] Spring show',
      { title: '[Draft] Spring show' },
      ['textAfterBracket: [Draft] Spring show'],
      true,
    ],
    [
      'title: {{ title }} again',
      { title: '{{ title }} again' },
      ['textAfterBracket: {{ title }} again'],
      true,
    ],
    ['title: "Spring" show', { title: '"Spring" show' }, ['textAfterQuote: "Spring" show'], true],
    ['a: { b: "x" y, c: d }', { a: { b: '"x" y', c: 'd' } }, ['textAfterQuote: "x" y'], true],
    ['title: *New* show', { title: '*New* show' }, ['needsQuotes: *New* show'], true],
    ['title: `x`', { title: '`x`' }, ['needsQuotes: `x`'], true],
    ['title: - x', { title: '- x' }, ['needsQuotes: - x'], true],
    ['a: %x\nb: !e!x y', { a: '%x', b: '!e!x y' }, ['needsQuotes: %x', 'needsQuotes: !e!x y'], true],
    ['a: *x', { a: '*x' }, ['aliasUnknown: *x'], true],
    ['a: [*x, b]', { a: ['*x', 'b'] }, ['aliasUnknown: *x'], true],
    ['title: "Spring\nowner: maria', { title: 'Spring', owner: 'maria' }, ['unclosedQuote: "Spring'], true],
    ["title: 'Spring\nowner: maria", { title: 'Spring', owner: 'maria' }, ["unclosedQuote: 'Spring"], true],
    ['a: { name: "Mar\nb: c', { a: { name: 'Mar' }, b: 'c' }, ['unclosedQuote: "Mar'], true],
    ['a: { name: Maria, te\nb: c', { a: { name: 'Maria', te: '' }, b: 'c' }, ['unclosedBracket: {'], true],
    ['a: { b: [c, d # note\ne: f', { a: { b: ['c', 'd'] }, e: 'f' }, ['unclosedBracket: ['], true],
    ['a: { b: [c }', { a: { b: ['c'] } }, ['unclosedBracket: {', 'wrongBracket: }'], false],
    ['a: { b: c }}', { a: { b: 'c' } }, ['extraBracket: }'], true],
    ['a: [{ b: c } { d: e }]', { a: [{ b: 'c' }, { d: 'e' }] }, ['missingComma: {'], true],
    ['a: { b: c\n  d: e }', { a: { b: 'c', d: 'e' } }, ['missingComma: d'], true],
    ['a: [b,, c]', { a: ['b', 'c'] }, ['extraComma: ,'], true],
    ['a: {\n  b: c\n}\nd: e', { a: { b: 'c' }, d: 'e' }, ['bracketIndent: }'], true],
    ['title: x\npeo\nowner: y', { title: 'x', owner: 'y' }, ['noColon: peo'], false],
    ['peo\nowner: y', { owner: 'y' }, ['noColon: peo'], false],
    ['owner:maria\ntitle: x', { owner: 'maria', title: 'x' }, ['spaceAfterColon: owner:maria'], true],
    ['a: "C:\\docs"\nb: c', { a: 'C:\\docs', b: 'c' }, ['badEscape: a: "C:\\docs"'], false],
    ['a:\n\tb: c\n\td: e', { a: { b: 'c', d: 'e' } }, ['tab: \t'], true],
    ['a:\n    b: 1\n  c: 2\nd: 3', { a: { b: '1', c: '2' }, d: '3' }, ['badIndent: c: 2'], false],
    [
      'a:\n  b: { x: y }\n    c: { x: z }\n  d:',
      { a: { b: { x: 'y' }, c: { x: 'z' }, d: '' } },
      ['badIndent: c: { x: z }'],
      false,
    ],
    ['a: b\n- c\nd: e', { a: 'b', d: 'e' }, ['badIndent: - c'], false],
    ['- a\nb: c\n- d', ['a', 'd'], ['badIndent: b: c'], false],
    [
      'a:\n- b: @c\n  d: e\n- f: g: h\n',
      { a: [{ b: '@c', d: 'e' }, { f: 'g: h' }] },
      ['atSign: @c', 'secondColon: g: h'],
      true,
    ],
    ['a: |\n  b\n c\nd: e', { a: 'b\nc', d: 'e' }, ['badIndent: c'], false],
    ['a: b\na: c', { a: 'b' }, ['duplicateKey: a'], false],
    ['a: @x\nb: c\na: d', { a: '@x', b: 'c' }, ['atSign: @x', 'duplicateKey: a'], false],
    ['a: b\n---\nc: d', { a: 'b' }, ['secondDocument: ---'], false],
    ['<<: x\na: b', { a: 'b' }, ['mergeShape: x'], false],
    ['a: &x [*x]', { a: [''] }, ['aliasSelf: *x'], false],
  ];
  for (const [text, kept, problems, mends] of cases) {
    it(JSON.stringify(text), () => {
      const result = read(text);
      assert.deepEqual(plain(result.root), kept);
      assert.deepEqual(told(text, result.problems), problems);
      checkProblems(text, result.problems);
      const mended = fixAll(text, (t) => read(t).problems);
      if (!mends) return;
      assert.deepEqual(told(mended, read(mended).problems), []);
      assert.deepEqual(plain(read(mended).root), kept, `meaning kept in ${JSON.stringify(mended)}`);
    });
  }

  it('control characters are one problem and harm nothing else', () => {
    const text = 'title: Spr\0ing\u0007\nowner: maria';
    const { root, problems } = read(text);
    assert.deepEqual(plain(root), { title: 'Spr\ufffding\ufffd', owner: 'maria' });
    assert.deepEqual(told(text, problems), ['controlCharacter: \0']);
    assert.equal(
      fixAll(text, (t) => read(t).problems),
      'title: Spring\nowner: maria',
    );
  });

  it('keys named like parts of objects are keys like others', () => {
    const { root } = read(
      '__proto__: { polluted: yes }\nconstructor: { prototype: x }\ntoString: y\n@broken',
    );
    assert.deepEqual(
      map(root).entries.map((e) => e.key),
      ['__proto__', 'constructor', 'toString'],
    );
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('refuses an alias bomb with one problem and keeps the rest', () => {
    const levels = 'abcdefghij'.split('');
    const bomb = levels.map((name, i) => {
      const value =
        i === 0
          ? '[lol]'
          : `[${Array(9)
              .fill(`*${levels[i - 1] ?? ''}`)
              .join(', ')}]`;
      return `${name}: &${name} ${value}`;
    });
    const text = [...bomb, 'owner: maria'].join('\n');
    const { root, problems } = read(text);
    assert.deepEqual(
      problems.map((p) => p.message),
      ['aliasTooBig'],
    );
    assert.equal(plain(entry(root, 'owner').value), 'maria');
    assert.ok(countValues(root) < 100_000);
  });

  it('refuses a bomb of merge keys', () => {
    const lines = ['a0: &a0 { k: v }'];
    for (let i = 1; i < 40; i++) lines.push(`a${i}: &a${i} { x: *a${i - 1}, y: *a${i - 1}, <<: *a${i - 1} }`);
    const { root, problems } = read([...lines, 'owner: maria'].join('\n'));
    assert.deepEqual([...new Set(problems.map((p) => p.message))].sort(), ['aliasTooBig', 'mergeShape']);
    assert.ok(countValues(root) < 100_000);
  });

  for (const [name, nested] of [
    ['brackets', `a: ${'['.repeat(10_000)}`],
    ['braces', `a: ${'{ b: '.repeat(10_000)}`],
    ['dashes', `a:\n  ${'- '.repeat(10_000)}x`],
    ['lines', Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}k:`).join('\n')],
  ] as const) {
    it(`refuses what is nested too deep (${name}) and keeps the rest`, () => {
      const text = `title: x\n${nested}\nowner: maria`;
      const { root, problems } = read(text);
      assert.equal(plain(entry(root, 'owner').value), 'maria');
      assert.equal(plain(entry(root, 'title').value), 'x');
      assert.deepEqual(
        problems.map((p) => p.message),
        ['tooDeep'],
      );
    });
  }

  it('reads a scalar of a megabyte, and one that is broken', () => {
    const long = 'word '.repeat(200_000).trim();
    assert.equal(plain(entry(read(`a: ${long}\nb: c`).root, 'a').value), long);
    const { root, problems } = read(`a: ${long}: x\nb: c`);
    assert.equal(plain(entry(root, 'a').value), `${long}: x`);
    assert.deepEqual(
      problems.map((p) => p.message),
      ['secondColon'],
    );
  });

  it('keeps every sound entry among many broken ones', () => {
    const people = Array.from({ length: 600 }, (_, i) =>
      i % 2 === 0 ? `  good${i}: { name: Good, team: sales }` : `  bad${i}: { name: @bad`,
    );
    const { root, problems } = read(`people:\n${people.join('\n')}\nteams:\n  sales:`);
    assert.equal(map(entry(root, 'people').value).entries.length, 600);
    assert.equal(problems.length, 600);
    assert.deepEqual(plain(entry(root, 'teams').value), { sales: '' });
  });
});

function countValues(node: YamlNode | undefined, limit = { left: 200_000 }): number {
  if (!node || limit.left-- <= 0) return 0;
  if (node.kind === 'list') return 1 + node.items.reduce((n, i) => n + countValues(i, limit), 0);
  if (node.kind === 'map') return 1 + node.entries.reduce((n, e) => n + countValues(e.value, limit), 0);
  return 1;
}

/** Where what is said about a text says it, with line ends taken out of the account. */
function outline(text: string) {
  const { root, problems } = read(text);
  return { root: plain(root), problems: problems.map((p) => [p.message, p.range]) };
}

describe('any text', () => {
  const check = (text: string) => {
    const { root, problems, lines } = read(text);
    checkTree(lines, root);
    checkProblems(text, problems);
    const sound = soundYaml(lines, 0, text.length);
    const invalid = problems.filter((p) => p.rule === 'front-matter-invalid');
    if (sound === 'broken') assert.ok(invalid.length > 0, 'what is broken is said to be');
  };

  it('is said to be broken, though every piece of it is sound', () => {
    check('\n\t\u2028people: ');
    check('a: b\n\t\u2028people: c\n');
  });

  it('never throws, and all ranges lie in the text', () => {
    fc.assert(fc.property(fc.oneof(yamlish, fc.string({ unit: 'binary' }), mutatedRoster), check), {
      numRuns: 2000,
    });
  });

  it('fixes come to an end', () => {
    fc.assert(
      fc.property(fc.oneof(yamlish, mutatedRoster), (text) => void fixAll(text, (t) => read(t).problems)),
      { numRuns: 300 },
    );
  });

  it('reads alike with LF and CRLF', () => {
    fc.assert(
      fc.property(fc.oneof(yamlish, mutatedRoster), (text) => {
        const lf = text.replace(/\r\n?/g, '\n');
        assert.deepEqual(outline(lf.replaceAll('\n', '\r\n')), outline(lf));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads alike with and without a byte order mark', () => {
    fc.assert(
      fc.property(yamlish, (text) => {
        const bare = text.replaceAll('\ufeff', '');
        assert.deepEqual(plain(read(`\ufeff${bare}`).root), plain(read(bare).root));
      }),
    );
  });

  it('every prefix of a roster keeps all complete earlier entries', () => {
    const whole = map(read(ROSTER).root);
    for (let end = 0; end <= ROSTER.length; end++) {
      const prefix = ROSTER.slice(0, end);
      const { root, lines, problems } = read(prefix);
      checkTree(lines, root);
      checkProblems(prefix, problems);
      for (const section of whole.entries) {
        if (section.value.kind !== 'map') continue;
        for (const item of section.value.entries) {
          // Complete once the next line has begun.
          if (item.value.range.end.line >= lines.lineCount - 1) continue;
          const kept = entry(root, section.key, item.key).value;
          assert.deepEqual(
            plain(kept),
            plain(item.value),
            `${section.key}.${item.key} in the first ${end} characters`,
          );
        }
      }
    }
  });

  it('a broken line in a roster costs no entry but its own', () => {
    const sections = map(read(ROSTER).root).entries.flatMap((s) =>
      s.value.kind === 'map' ? s.value.entries.map((e) => ({ section: s.key, ...e })) : [],
    );
    const lines = new LineIndex(ROSTER);
    const oneLine = sections.filter(
      ({ value: { range } }) =>
        range.start.line === range.end.line && range.start.character < range.end.character,
    );
    const garbage = fc.constantFrom(
      '@x',
      '"',
      "'",
      '{',
      '[',
      '}',
      ']',
      '*x',
      'a: b: c',
      ': ',
      ', ',
      '`',
      '!',
      '&',
      '%',
      '|',
    );
    fc.assert(
      fc.property(fc.constantFrom(...oneLine), garbage, fc.nat({ max: 40 }), (target, bit, column) => {
        const { line } = target.keyRange.start;
        // Somewhere behind the key's colon, so that the key itself stays.
        const from = lines.offsetAt(target.keyRange.end) + 2;
        const at = Math.min(from + column, lines.endOf(line));
        const text = ROSTER.slice(0, at) + bit + ROSTER.slice(at);
        const { root } = read(text);
        for (const other of sections) {
          const kept = entry(root, other.section, other.key);
          if (other.keyRange.start.line === line) continue;
          assert.deepEqual(plain(kept.value), plain(other.value), `${other.key} in ${JSON.stringify(text)}`);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
