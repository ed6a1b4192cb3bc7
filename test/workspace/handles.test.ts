import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import {
  handlePattern,
  isBroadcast,
  isHandle,
  normalizeHandle,
  normalizeName,
} from '../../src/workspace/handles.ts';

describe('handles', () => {
  for (const handle of [
    'maria',
    '@maria',
    'María',
    'mari\u0301a',
    'amy.waller',
    'a',
    'a_',
    '2i2c',
    'org/team',
    'a-b.c_d',
    'Ł1',
  ]) {
    it(`${handle} is one`, () => {
      assert.ok(isHandle(handle));
    });
  }

  for (const text of [
    '',
    '@',
    '_a',
    '.a',
    'a.',
    'a-',
    'maria lópez',
    'мария',
    'a/b/c',
    'a/',
    '/a',
    'a@b',
    '@@a',
    'a\n',
    'a,b',
  ]) {
    it(`${JSON.stringify(text)} is none`, () => {
      assert.ok(!isHandle(text));
    });
  }

  it('the pattern finds the handle in a text', () => {
    const found = (text: string) => new RegExp(`@(${handlePattern})`, 'u').exec(text)?.[1];
    assert.equal(found('ask @amy.waller.'), 'amy.waller');
    assert.equal(found("@maria's"), 'maria');
    assert.equal(found('@org/team/x'), 'org/team');
  });

  it('are compared without @, case and Unicode form', () => {
    assert.equal(normalizeHandle('@MARI\u0301A'), 'mar\u00eda');
    assert.equal(normalizeName('  Maria\n\u00a0LO\u0301PEZ '), 'maria l\u00f3pez');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normalizeHandle(text.replace(/^@+/, ''));
        assert.equal(normalizeHandle(once.replace(/^@+/, '')), once.replace(/^@+/, ''));
        assert.equal(normalizeName(normalizeName(text)), normalizeName(text));
      }),
    );
  });

  it('broadcasts are nobody', () => {
    assert.ok(isBroadcast('@All') && isBroadcast('channel') && !isBroadcast('hereford'));
  });
});
