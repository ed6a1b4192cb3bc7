/** docs/performance.md says what was measured, and owns up to what was missed. */

import assert from 'node:assert/strict';
import os from 'node:os';
import { describe, it } from 'node:test';
import { renderPage, thisMachine } from '../../scripts/bench/page.ts';
import type { Part } from '../../scripts/bench/part.ts';

const part: Part = {
  aims: [
    { what: 'Quick', aim: '8 ms or less', result: '7.0 ms', isMet: true },
    { what: 'Small', aim: '1.6 or less', result: '2.0', isMet: false },
  ],
  section: '## Sizes\n\nSmall.',
};

describe('the page', () => {
  const page = renderPage([part], thisMachine(), '2027-03-02');

  it('says which aim is met and which is missed', () => {
    assert.match(page, /^\| Quick \| 8 ms or less \| 7\.0 ms \| met \|$/m);
    assert.match(page, /^\| Small \| 1\.6 or less \| 2\.0 \| \*\*missed\*\* \|$/m);
  });

  it('says when and on what, and holds every part', () => {
    assert.match(page, /2027-03-02/);
    assert.match(page, new RegExp(`${os.availableParallelism()} cores`));
    assert.match(page, /^## Sizes$/m);
  });

  it('names neither the machine nor its folders', () => {
    assert.ok(!page.includes(os.hostname()));
    assert.ok(!page.includes(process.cwd()));
  });
});
