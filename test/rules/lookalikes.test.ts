import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lookalike, lookalikeInText } from '../../src/workspace/lookalikes.ts';
import { problemsOf, repaired, underlined } from './judged.ts';

const ZERO = '\u200b';
const RTL = '\u202e';

describe('a handle as a whole', () => {
  const FINE = [
    'maria',
    'maría',
    'amy.waller',
    'lee-2',
    'søren',
    'łukasz',
    'đặng',
    'İnci',
    'straße',
    'мария',
    'Ελένη',
    'さくらタカ子',
    '山田太郎',
    '민수kim',
    '山田taro',
    'שרה',
    'محمد',
    'می\u200cخواهم',
    'राम',
    'สมชาย',
    '2i2c',
    '',
  ];
  for (const handle of FINE) {
    it(`${handle} is what it looks like`, () => {
      assert.equal(lookalike(handle), undefined);
    });
  }

  const ODD: readonly (readonly [handle: string, kind: string, letter: string, meant: string])[] = [
    ['mаria', 'mixed', 'а', 'maria'],
    ['МARIA', 'mixed', 'М', 'MARIA'],
    ['sοs', 'mixed', 'ο', 'sos'],
    ['аэroflot', 'mixed', 'а', 'aэroflot'],
    ['мαмα', 'mixed', 'α', 'mama'],
    [`mar${ZERO}ia`, 'invisible', '', 'maria'],
    [`${RTL}maria`, 'invisible', '', 'maria'],
    ['mar\u00adia', 'invisible', '', 'maria'],
    [`ма${ZERO}рия`, 'invisible', '', 'mapия'],
    [`m${ZERO}аria`, 'mixed', 'а', 'maria'],
  ];
  for (const [handle, kind, letter, meant] of ODD) {
    it(`${JSON.stringify(handle)} is ${kind}`, () => {
      assert.deepEqual(lookalike(handle), { kind, letter, meant });
    });
  }

  it('is judged part by part in a text', () => {
    assert.equal(lookalikeInText('maria-ой'), undefined);
    assert.equal(lookalikeInText('acme/мария'), undefined);
    assert.equal(lookalikeInText('amy.wаller')?.meant, 'amy.waller');
  });
});

describe('handle-lookalike', () => {
  const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['the owner', '- [ ] Print @mаria\n', ['1: @mаria']],
    ['all but the first letter', '- [ ] Print @аria\n', ['1: @аria']],
    ['a mention', '- [ ] Ask @mаria first @sam\n', ['1: @mаria']],
    ['a token', '- [ ] Print @sam for:@mаria\n', ['1: @mаria']],
    ['a heading', '## Print @mаria\n', ['1: @mаria']],
    ['an owner line', 'Owner: @mаria\n\n- [ ] a\n', ['1: @mаria']],
    ['an owner line of a task', '- [ ] a\n  Owner: @mаria\n', ['2: @mаria']],
    ['a cell', '| Task | Owner |\n| - | - |\n| a | @mаria |\n', ['3: @mаria']],
    ['a zero-width space inside', `- [ ] Print @mar${ZERO}ia\n`, [`1: @mar${ZERO}ia`]],
    ['a zero-width space in front', `- [ ] Print @${ZERO}maria\n`, [`1: @${ZERO}maria`]],
    [
      'a zero-width space behind, which keeps it from owning',
      `- [ ] Print @maria${ZERO}\n`,
      [`1: @maria${ZERO}`],
    ],
    ['marks around a name in a text from right to left', '- [ ] Print \u2068@maria\u2069\n', []],
    ['Japanese right behind', '- [ ] @mariaさんに送る\n- [ ] @maria請聯絡\n- [ ] @maria님이\n', []],
    ['a Russian ending', '- [ ] Спросить у @maria-и\n', []],
    ['Cyrillic alone', '- [ ] Спросить у @мария\n', []],
    ['Latin with accents', '- [ ] a @maría\n- [ ] a @łukasz’s\n', []],
    ['done', '- [x] Print @mаria\n', []],
    ['prose', 'Ask @mаria first.\n', []],
    ['code', '- [ ] Print `@mаria` @sam\n', []],
    ['an address', '- [ ] Print https://a.example/@mаria @sam\n', []],
    ['an e-mail', '- [ ] Print sam@mаria.example @sam\n', []],
    ['a fence', '```\n- [ ] Print @mаria\n```\n', []],
  ];
  for (const [name, text, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(underlined(text, 'handle-lookalike'), expected);
    });
  }

  it('judges the handles of a roster where they are written, and says nothing twice', () => {
    const text = `//- /roster.yml\npeople:\n  mаria: { name: Maria }\n  "s${ZERO}am": { name: Sam }\nteams:\n  sаles: {}\nroles:\n  аe: []\n//- /doc.playbook.md\n- [ ] a @ben\n`;
    assert.deepEqual(underlined(text, 'handle-lookalike', '/roster.yml'), [
      '2: mаria',
      `3: s${ZERO}am`,
      '5: sаles',
      '7: аe',
    ]);
    assert.deepEqual(problemsOf(text, 'front-matter-schema', '/roster.yml'), []);
    assert.deepEqual(underlined(text, 'handle-lookalike'), []);
    assert.match(repaired(text, 'handle-lookalike', 'all', '/roster.yml'), /maria[^]*"sam"[^]*sales[^]*ae/);
  });

  it('repairs what can be read only one way, and never without asking', () => {
    const text = '- [ ] a @mаria\n- [ ] b @mжria\n';
    assert.equal(repaired(text, 'handle-lookalike'), '- [ ] a @maria\n- [ ] b @mжria\n');
    assert.equal(repaired(text, 'handle-lookalike', 'safe'), text);
  });
});
