import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import {
  misspelled,
  MOST_SUGGESTIONS,
  nearest,
  onlySpelling,
  Suggestions,
} from '../../src/workspace/spelling.ts';

const NAMES = ['maria', 'mario', 'sam', 'pat', 'marketing', 'sales', 'lee', 'amy.waller', 'fmc'];

describe('nearest', () => {
  const cases: readonly [word: string, expected: readonly string[]][] = [
    ['mara', ['maria']],
    ['mraia', ['maria']],
    ['Mária', ['maria', 'mario']],
    ['maria', ['maria', 'mario']],
    ['slaes', ['sales']],
    ['markting', ['marketing']],
    ['maketign', ['marketing']],
    ['am', []],
    ['amy', ['amy.waller']],
    ['lee.roy', ['lee']],
    ['mar', ['maria', 'mario', 'marketing']],
    ['zoe', []],
    ['x', []],
    ['', []],
  ];
  for (const [word, expected] of cases) {
    it(`${word}: ${expected.join(', ')}`, () => {
      assert.deepEqual(nearest(word, NAMES), expected);
    });
  }

  it('gives at most as many as asked for, each once', () => {
    assert.deepEqual(nearest('maria', ['maria', 'maria', 'mario'], 5), ['maria', 'mario']);
    assert.deepEqual(nearest('maria', NAMES, 1), ['maria']);
  });

  it('takes long words in its stride', () => {
    const long = 'a'.repeat(100_000);
    assert.deepEqual(nearest(`${long}b`, [`${long}c`, 'a']), [`${long}c`]);
  });

  it('finds a word again after one slip', () => {
    const word = fc.stringMatching(/^[a-z]{3,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('drop', 'swap', 'double', 'change'), (text, n, slip) => {
        const at = n % (text.length - 1);
        const [a = '', b = ''] = [text[at], text[at + 1]];
        const changed = { drop: '', swap: b + a, double: a + a + b, change: `#${b}` }[slip];
        const typed = text.slice(0, at) + (slip === 'drop' ? b : changed) + text.slice(at + 2);
        if (typed.length < 3) return;
        assert.deepEqual(nearest(typed, [text]), [text], typed);
      }),
    );
  });

  it('counts slips like the textbook', () => {
    const word = fc.stringMatching(/^[ab]{6,9}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        const near = misspelled(a, [b]) !== undefined || a === b;
        assert.equal(near, distance(a, b) <= 2, `${a} ${b} ${distance(a, b)}`);
      }),
      { numRuns: 500 },
    );
  });
});

/** Optimal string alignment by its recursive definition. */
function distance(a: string, b: string): number {
  const known = new Map<string, number>();
  const of = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i} ${j}`;
    let value = known.get(key);
    if (value === undefined) {
      const same = a[i - 1] === b[j - 1];
      value = Math.min(of(i - 1, j) + 1, of(i, j - 1) + 1, of(i - 1, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, of(i - 2, j - 2) + 1);
      known.set(key, value);
    }
    return value;
  };
  return of(a.length, b.length);
}

describe('misspelled', () => {
  it('is silent about a word that is there, and about beginnings of words', () => {
    assert.equal(misspelled('title', ['title', 'titel']), undefined);
    assert.equal(misspelled('exclude_from_search', ['exclude']), undefined);
  });

  it('prefers the nearest', () => {
    assert.equal(misspelled('terns', ['teams', 'terms']), 'terms');
    assert.equal(misspelled('pepole', ['people', 'goals']), 'people');
    assert.equal(misspelled('Title', ['title']), 'title');
  });
});

describe('onlySpelling', () => {
  const IDS = ['brochure', 'fair-2027', 'price-list', 'deck-a', 'deck-b'];
  const cases: readonly (readonly [word: string, expected: string | undefined])[] = [
    ['borchure', 'brochure'],
    ['Brochure', 'brochure'],
    ['brochur', 'brochure'],
    ['brochures', 'brochure'],
    ['pricelist', 'price-list'],
    ['fiar-2027', 'fair-2027'],
    // These may be things of their own.
    ['brochure-v2', undefined],
    ['brochure-de', undefined],
    ['fair-2028', undefined],
    ['price', undefined],
    // Two are as near.
    ['deck-c', undefined],
    ['film', undefined],
  ];
  for (const [word, expected] of cases) {
    it(`${word}: ${expected ?? 'nothing'}`, () => {
      assert.equal(onlySpelling(word, IDS), expected);
    });
  }
});

describe('suggestions for the words of a file', () => {
  it('are looked up once for each word, and for the first hundred only', () => {
    const asked: string[] = [];
    const suggestions = new Suggestions((word) => {
      asked.push(word);
      return `${word}!`;
    });
    const words = Array.from({ length: MOST_SUGGESTIONS + 1 }, (_, i) => `w${i}`);
    const first = words.map((w) => suggestions.of(w));
    assert.deepEqual(first, [...words.slice(0, -1).map((w) => `${w}!`), undefined]);
    assert.deepEqual(
      words.map((w) => suggestions.of(w)),
      first,
    );
    assert.deepEqual(asked, words.slice(0, -1));
  });
});
