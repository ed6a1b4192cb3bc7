import type { OwnerLine } from '../syntax/playbook.ts';
import type { Rule } from './rule.ts';

export const ownerLineEmpty: Rule = {
  id: 'owner-line-empty',
  severity: 'warning',
  summary: 'An owner line with nobody behind it',
  judgesForm: false,
  messages: {
    empty: '"{label}:" is empty. Write a name behind it, or remove the line.',
  },
  fixTitles: {},
  check(file, report) {
    if (file.kind !== 'playbook') return;
    // The line of an item speaks for every task below it.
    const seen = new Set<OwnerLine>();
    const check = (line: OwnerLine) => {
      // `Lead:` may be about a prospect; only a name behind it makes it an owner line.
      if (line.value.text !== '' || line.bullets.length > 0 || line.label === 'lead' || seen.has(line))
        return;
      seen.add(line);
      report({ message: 'empty', args: { label: line.labelText }, range: line.range });
    };
    for (const block of file.playbook.blocks) {
      if (block.kind === 'ownerLine') check(block);
      else if (block.kind === 'task') {
        block.ownerLines.forEach(check);
        for (const above of block.above) if (above.kind === 'item') above.ownerLines.forEach(check);
      }
    }
  },
};
