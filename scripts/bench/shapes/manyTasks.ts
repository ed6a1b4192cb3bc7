import { inLines, times, type Shapes } from './shape.ts';

/** Many tasks that speak of each other, of people, of goals and of rules. */
export const manyTasks: Shapes = {
  ids: inLines((i) => `- [ ] a id:i${i} @maria`),
  idsDup: inLines(() => `- [ ] a id:same @maria`),
  chain: inLines((i) => `- [ ] a id:i${i} after:i${i + 1} @maria`),
  chainBack: inLines(
    (i) =>
      `- [ ] a id:i${i} after:i${Math.max(0, i - 1)} @maria due:2027-01-${String(28 - (i % 28)).padStart(2, '0')}`,
  ),
  circle: {
    playbook: (n) =>
      times(
        n / 34,
        (i) => `- [ ] a id:i${i} after:i${(i + 1) % Math.floor(n / 34)} @maria
`,
      ),
  },
  circlesMany: inLines((i) => `- [ ] a id:i${i} after:i${i ^ 1} @maria`),
  afterUnknown: inLines((i) => `- [ ] a id:i${i} after:j${i} @maria`),
  afterDense: {
    playbook: (n) => {
      const count = Math.floor(Math.sqrt(n / 4));
      const all = times(count, String, ',');
      return times(
        count,
        (i) => `- [ ] a id:${i} after:${all} @maria
`,
      );
    },
  },
  afterSame: inLines((i) => `- [ ] a id:i${i} after:zz @maria`),
  goalsUnknown: inLines((i) => `- [ ] a goal:q${i} uses:w${i} @maria`),
  afterOne: inLines(() => '- [ ] a after:start @maria', '- [ ] s id:start\n'),
  dueOrder: inLines(
    (i) => `- [ ] a id:i${i} after:i${i >> 1} due:2026-12-${String(28 - (i % 28)).padStart(2, '0')}`,
  ),
  duePast: inLines(() => '- [ ] a @maria due:2020-01-01'),
  dueRelative: inLines(() => '- [ ] a @maria due:T-45d'),
  owners: inLines((i) => `- [ ] a @u${i} @maria and @sam`),
  ownersNamed: inLines((i) => `- [ ] a\n  Owner: Jane Smith${i}`),
  handoffs: inLines(() => '- [ ] a @maria for:@sam due:2027-01-10 sla:2d'),
  handoffsUnknown: inLines((i) => `- [ ] a @maria for:@x${i}`),
  makes: inLines((i) => `- [ ] a @maria makes:m${i} uses:m${i - 1}`),
  makesNear: inLines((i) => `- [ ] a @maria makes:asset${i}`),
  termsMany: inLines((i) => `- [ ] a T${i.toString(36).toUpperCase().replace(/\d/g, 'X')} @maria`),
  tagsMany: inLines((i) => `- [ ] a #t${i} @maria`),
  silenced: inLines(
    (i) =>
      `<!-- playbook-disable owner-missing -->\n\n- [ ] x${i}\n\n<!-- playbook-enable owner-missing -->\n`,
  ),
  silencedUnknown: inLines((i) => `<!-- playbook-disable rule-${i} -->\n\n- [ ] x\n`),
  enables: inLines(() => '<!-- playbook-enable -->\n'),
  lookalikes: inLines(() => '- [ ] a @mаria'),
  nearHandles: inLines((i) => `- [ ] a @mari${i}`),
  done: inLines((i) => `- [x] a${i} @maria`),
  boxes: inLines((i) => `- [ ] call @sam about ${i}`),
};
