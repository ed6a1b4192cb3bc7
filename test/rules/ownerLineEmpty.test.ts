import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placesOf } from './problems.ts';

const places = (body: string): string[] => placesOf(body, ['owner-line-empty']);

describe('owner-line-empty', () => {
  it('looks behind and below the label', () => {
    assert.deepEqual(places('Owner:\n\n- [ ] A\n'), ['1: Owner:']);
    assert.deepEqual(places('Owners:\n\n- Maria López\n- @sam\n\nText\n\n- [ ] A\n'), []);
    assert.deepEqual(places('- [ ] A\n  - DRI:\n    - @sam\n'), []);
    assert.deepEqual(places('- [ ] A\n  - DRI:\n'), ['2: DRI:']);
  });

  it('speaks once of the line of an item with many tasks', () => {
    assert.deepEqual(places('- Booth\n  - Owner:\n  - [ ] A\n  - [ ] B\n'), ['2: Owner:']);
  });

  it('leaves a lead alone, who may be a prospect', () => {
    assert.deepEqual(places('Lead:\n\n- [ ] A\n'), []);
  });
});
