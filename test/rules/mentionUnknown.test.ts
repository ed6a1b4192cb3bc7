import assert from 'node:assert/strict';
import { it } from 'node:test';
import { underlined } from './judged.ts';

const ROSTER = '//- /roster.yml\npeople: { maria: {}, sam: {} }\n//- /doc.playbook.md\n';
const found = (text: string) => underlined(ROSTER + text, 'mention-unknown');

it('a name that no roster knows is told wherever somebody has a part in a task', () => {
  for (const key of ['for', 'help', 'consult', 'inform']) {
    assert.deepEqual(found(`- [ ] Print ${key}:@sammy @maria\n`), ['1: @sammy'], key);
    assert.deepEqual(found(`- [ ] Print ${key}:@sam @maria\n`), [], key);
  }
  assert.deepEqual(
    found('| Task | Owner | Consulted | Informed |\n|-|-|-|-|\n| Print | @maria | @ann | @zoe |\n'),
    ['3: @ann', '3: @zoe'],
  );
});
