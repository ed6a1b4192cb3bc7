import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { yamlPlaces } from '../../src/syntax/yamlPlace.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';

/** Each place as `path kind [replaced text] -> what stands before the word`, with the other keys behind it. */
function places(marked: string): string[] {
  const offset = marked.indexOf('<|>');
  const text = marked.replace('<|>', '');
  const lines = new LineIndex(text);
  return yamlPlaces(lines, 0, text.length, lines.positionAt(offset)).map((p) => {
    const others = p.others.length > 0 ? ` beside ${p.others.join(',')}` : '';
    const colon = p.hasColon ? ':' : '';
    return `${p.path.join('/') || '.'} ${p.kind} [${lines.slice(p.range)}]${colon} -> [${p.before}${p.text}${p.quote}]${others}`;
  });
}

describe('the place of a caret in YAML', () => {
  it('is a key of the outermost mapping', () => {
    assert.deepEqual(places('<|>'), ['. node [] -> []']);
    assert.deepEqual(places('ru<|>'), ['. node [ru] -> [ru]']);
    assert.deepEqual(places('rules:\n  a: off\nte<|>\n'), ['. node [te] -> [te] beside rules']);
    assert.deepEqual(places('te<|>ams:\n  a: b\n'), ['. key [teams]: -> [teams]']);
  });

  it('is not looked for below fifty brackets, however many there are', () => {
    const open = '['.repeat(10_000);
    assert.deepEqual(places(`people: ${open}<|>`), []);
    assert.deepEqual(places(`people: { a: ${open}${']'.repeat(10_000)}, <|> }`), [
      'people key [] -> [] beside a',
    ]);
    assert.deepEqual(places(`people: ${'['.repeat(49)}<|>`), ['people item [] -> []']);
  });

  it('is the first entry below a key, indented or not', () => {
    assert.deepEqual(places('rules:\n  <|>'), ['rules node [] -> []']);
    assert.deepEqual(places('rules: # why\n  <|>'), ['rules node [] -> []']);
    assert.deepEqual(places('rules:\n<|>'), ['rules node [] -> [  ]', '. node [] -> [] beside rules']);
    assert.deepEqual(places('rules:\nown<|>'), [
      'rules node [own] -> [  own]',
      '. node [own] -> [own] beside rules',
    ]);
    assert.deepEqual(places('a:\n    b: c\nrules:\n<|>')[0], 'rules node [] -> [    ]');
    assert.deepEqual(places('t: x\na:\n    b: c\nrules:\n<|>')[0], 'rules node [] -> [    ]');
  });

  it('is another entry, put right where it stands a little beside the others', () => {
    const rules = 'rules:\n  a: off\n';
    assert.deepEqual(places(`${rules}  <|>`), ['rules node [] -> [] beside a']);
    assert.deepEqual(places(`${rules}  b<|>\n  c: off`), ['rules node [b] -> [b] beside a,c']);
    assert.deepEqual(places(`${rules} <|>`), ['rules node [ ] -> [  ] beside a']);
    assert.deepEqual(places(`${rules}    b<|>`), ['rules node [    b] -> [  b] beside a']);
    assert.deepEqual(places(`${rules}<|>\n  c: off`), ['rules node [] -> [  ] beside a,c']);
    assert.deepEqual(places(`rules:\n\n    <|>\n\n  c: off`), ['rules node [    ] -> [  ] beside c']);
    assert.deepEqual(places(`${rules}<|>`), ['. node [] -> [] beside rules']);
  });

  it('is a value behind its colon', () => {
    assert.deepEqual(places('rules:\n  a:<|>'), ['rules/a value [] -> [ ]']);
    assert.deepEqual(places('rules:\n  a: <|>\n  b: off'), ['rules/a value [ ] -> [ ]']);
    assert.deepEqual(places('rules:\n  a:  w<|>arn # c'), ['rules/a value [  warn] -> [  warn]']);
    assert.deepEqual(places('rules:\n  a:\n    w<|>'), ['rules/a node [w] -> [w]']);
    assert.deepEqual(places('rules:\n  a: warn<|>'), ['rules/a value [ warn] -> [ warn]']);
    assert.deepEqual(places('rules:\n  a: <|>  warn'), ['rules/a value [   warn] -> [   warn]']);
  });

  it('is inside of quotes', () => {
    assert.deepEqual(places('rules:\n  a: "w<|>"'), ['rules/a value [w] -> [w]']);
    assert.deepEqual(places('rules:\n  a: "<|>w"'), ['rules/a value [w] -> [w]']);
    assert.deepEqual(places("rules:\n  a: 'w<|>"), ["rules/a value [w] -> [w']"]);
    assert.deepEqual(places('rules:\n  "o<|>'), ['rules node [o] -> [o"]']);
    assert.deepEqual(places('rules:\n  "o<|>"'), ['rules node [o]: -> [o]']);
    assert.deepEqual(places('rules:\n  "o<|>": off'), ['rules key [o]: -> [o]']);
    assert.deepEqual(places('rules: { "o<|>" }'), ['rules key [o]: -> [o]']);
  });

  it('is between brackets, closed or not', () => {
    assert.deepEqual(places('rules: {<|>}'), ['rules key [] -> []']);
    assert.deepEqual(places('rules: { a: off, o<|> }'), ['rules key [o] -> [o] beside a']);
    assert.deepEqual(places('rules: { <|>, a: off }'), ['rules key [] -> [] beside a']);
    assert.deepEqual(places('rules: { a:<|>}'), ['rules/a value [] -> [ ]']);
    assert.deepEqual(places('rules: { a: o<|>, b: off }'), ['rules/a value [o] -> [o]']);
    assert.deepEqual(places('rules: { a: off, <|>'), ['rules key [] -> [] beside a']);
    assert.deepEqual(places('rules: {\n  a: off,\n  <|>\n}\n'), ['rules key [] -> [] beside a']);
    assert.deepEqual(places('p:\n  m: { n: M, te<|>\n  s: { n: S }\n'), ['p/m key [te] -> [te] beside n']);
    assert.deepEqual(places('p:\n  m: { t: [a, <|>] }'), ['p/m/t item [] -> [] beside a']);
    assert.deepEqual(places('p: { m: { t: "<|>" } }'), ['p/m/t value [] -> []']);
    assert.deepEqual(places('p: { a: {}, <|> }'), ['p key [] -> [] beside a']);
    assert.deepEqual(places("p: { a: it's {, <|> }").length, 1);
  });

  it('is an item of a list', () => {
    assert.deepEqual(places('p:\n  m:\n    team:\n      - a\n      - b<|>'), [
      'p/m/team node [b] -> [b] beside a',
    ]);
    assert.deepEqual(places('roles:\n  ae:\n  - a<|>'), ['roles/ae node [a] -> [a]']);
    assert.deepEqual(places('a:\n  away:\n    - from: 1\n      <|>\n    - from: 2'), [
      'a/away node [] -> [] beside from',
    ]);
  });

  it('reads CRLF and knows where a mapping ends', () => {
    assert.deepEqual(places('rules:\r\n  a: off\r\n  <|>\r\nteams:\r\n  b: c\r\n'), [
      'rules node [] -> [] beside a',
    ]);
  });

  it('is nowhere in comments, text and behind values', () => {
    for (const text of [
      '# ru<|>les',
      'rules: # o<|>',
      'rules:\n  a: off <|>',
      'rules:\n  a: off # <|>',
      'rules: { a: off } <|>',
      'rules: { a: off # <|>\n}',
      't:\n  a: |\n    te<|>xt\n',
      'two wo<|>rds',
      'rules:\n  a: <|>"warn"',
      'rules:\n  a: "warn"<|>',
      '\t<|>',
    ])
      assert.deepEqual(places(text), [], text);
  });

  it('never fails, and replaces only text of its line around the caret', () => {
    const piece = fc.constantFrom(
      ...['rules', 'owner-missing', ':', ': ', '\n', '\n  ', '\n    ', '\r\n', '- ', '{', '}', '[', ']', ','],
      ...['"', "'", '#', ' #', '|', '>', ' ', '\t', '@', '&', '*', '---', 'é', '😀', 'off'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), (pieces, seed) => {
        const text = pieces.join('');
        const lines = new LineIndex(text);
        // No caret stands between the two characters of a line end.
        const { line, character } = lines.positionAt(seed % (text.length + 1));
        const at = { line, character: Math.min(character, lines.line(line).length) };
        for (const { range, word } of yamlPlaces(lines, 0, text.length, at)) {
          assert.ok(range.start.line === at.line && range.end.line === at.line);
          assert.ok(range.start.character <= at.character && at.character <= range.end.character);
          assert.ok(range.start.character <= word.start.character);
          assert.equal(range.end.character >= word.end.character, true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
