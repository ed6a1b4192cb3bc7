import assert from 'node:assert/strict';
import { it } from 'node:test';
import { scalar } from '../../src/language/addToRoster.ts';

it('a text is written into YAML as it stands where it reads as itself, and in quotes where it would not', () => {
  for (const plain of ['Jane', 'Jane O’Neil-Smith 2.0']) assert.equal(scalar(plain), plain);
  for (const text of ['Jane ', ' Jane', 'on', 'a: b', '12', ''])
    assert.equal(scalar(text), JSON.stringify(text));
});
