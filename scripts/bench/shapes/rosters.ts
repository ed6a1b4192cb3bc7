import { inRoster, lines, repeat, times, type Shapes } from './shape.ts';

/** Long rosters, alone and with a long playbook beside them. */
export const rosters: Shapes = {
  rosterPeople: inRoster(
    (n) => `people:\n${lines((i) => `  p${i}: { name: P ${i} }`, n)}`,
    '- [ ] a @p1\n- [ ] b @nope\n',
  ),
  rosterUnknown: {
    playbook: (n) => lines((i) => `- [ ] a @q${i}`, n / 2),
    roster: (n) => `people:\n${lines((i) => `  p${i}: { name: P ${i} }`, n / 2)}`,
  },
  rosterNames: {
    playbook: (n) => lines((i) => `- [ ] a\n  Owner: Q ${i}`, n / 2),
    roster: (n) => `people:\n${lines((i) => `  p${i}: { name: P ${i} }`, n / 2)}`,
  },
  // Each has a first name of their own, which may own where the whole name does.
  rosterFirstNames: {
    playbook: (n) => lines((i) => `- [ ] a - ${firstName(i)}`, n / 2),
    roster: (n) => `people:\n${lines((i) => `  p${i}: { name: ${firstName(i)} Smith }`, n / 2)}`,
  },
  // Each word of the line may begin a name that goes on as long as the line.
  rosterLongName: {
    playbook: (n) => `- [ ] x: ${repeat('a ', n / 2)}`,
    roster: (n) => `people:\n  p: { name: "${repeat('a ', n / 2)}b" }\n`,
  },
  rosterRefs: inRoster((n) => `roles:\n${lines((i) => `  r${i}: nobody${i}`, n)}`),
  rosterRefsNear: inRoster(
    (n) =>
      `teams:\n${lines((i) => `  team${i}: {}`, n / 2)}people:\n${lines((i) => `  p${i}: { team: taem${i} }`, n / 2)}`,
  ),
  rosterRoles: inRoster((n) => `roles:\n${lines((i) => `  r${i}: r${i + 1}`, n)}`, '- [ ] a @r0\n'),
  rosterHolders: inRoster(
    (n) => `people:\n  maria: {}\nroles:\n  r: [${pieceList(n)}]\n`,
    '- [ ] a @r\n- [ ] b @r for:@r\n',
  ),
  rosterTeams: inRoster(
    (n) =>
      `teams:\n${lines((i) => `  t${i}: { lead: p${i} }`, n / 2)}people:\n${lines((i) => `  p${i}: { team: t${i} }`, n / 2)}`,
  ),
  rosterTeamsWorking: {
    playbook: (n) => lines((i) => `- [ ] a @p${i} for:@p${i + 1}`, n / 2),
    roster: (n) =>
      `teams:\n${lines((i) => `  t${i}: {}`, n / 4)}people:\n${lines((i) => `  p${i}: { team: t${i} }`, n / 4)}goals:\n  g: { teams: [t1] }\n`,
  },
  rosterGoals: inRoster((n) => `goals:\n${lines((i) => `  g${i}: { owner: x }`, n)}`, '- [ ] a goal:x\n'),
  rosterGoalsUnknown: {
    playbook: (n) => lines((i) => `- [ ] a goal:h${i} @maria`, n / 2),
    roster: (n) => `goals:\n${lines((i) => `  g${i}: { name: G ${i} }`, n / 2)}`,
  },
  rosterAssets: inRoster((n) => `assets:\n${lines((i) => `  g${i}: {}`, n)}`, '- [ ] a uses:x\n'),
  rosterAssetsUnknown: {
    playbook: (n) => lines((i) => `- [ ] a uses:h${i} @maria`, n / 2),
    roster: (n) => `assets:\n${lines((i) => `  g${i}: { owner: maria, for: [x${i}] }`, n / 2)}`,
  },
  rosterMeetings: {
    playbook: (n) => lines((i) => `- [ ] a @p${i} for:@p${i + 1} due:2027-01-10`, n / 3),
    roster: (n) =>
      `people:\n${lines((i) => `  p${i}: { team: t${i} }`, n / 3)}teams:\n${lines((i) => `  t${i}: {}`, n / 3)}meetings:\n${lines((i) => `  m${i}: { teams: [t${i}, t${i + 2}] }`, n / 3)}`,
  },
  rosterDup: inRoster((n) => `people:\n${lines(() => `  p: {}`, n)}`),
  rosterDupCase: inRoster((n) => `people:\n${lines((i) => (i % 2 === 0 ? '  p: {}' : '  P: {}'), n)}`),
  rosterShared: inRoster(
    (n) =>
      `people:\n${lines((i) => `  p${i}: {}`, n / 3)}teams:\n${lines((i) => `  p${i}: {}`, n / 3)}roles:\n${lines((i) => `  p${i}: []`, n / 3)}`,
  ),
  rosterAway: inRoster(
    (n) => `people:\n  p: { away: [${repeat('{from: 2027-01-01, to: 2027-01-02}, ', n)}] }\n`,
    '- [ ] a @p due:2027-01-01\n',
  ),
  rosterAwayTasks: {
    playbook: (n) => lines(() => '- [ ] a @p due:2027-02-01', n / 2),
    roster: (n) => `people:\n  p: { away: [${repeat('{from: 2027-01-01, to: 2027-01-02}, ', n / 2)}] }\n`,
  },
  rosterTerms: inRoster((n) => `terms:\n${lines((i) => `  T${i}: x`, n)}`, '- [ ] SQL MQL\n'),
  rosterRules: inRoster((n) => `rules:\n${lines((i) => `  r${i}: x`, n)}`),
  rosterRulesNear: inRoster((n) => `rules:\n${lines((i) => `  owner-misin${i}: off`, n)}`),
  rosterTeamMember: {
    playbook: (n) => lines(() => '- [ ] a @p0 for:@p1', n / 2),
    roster: (n) =>
      `teams:\n${lines((i) => `  t${i}: {}`, n / 4)}people:\n  p0: { team: [${times(n / 40, (i) => `t${i}`, ', ')}] }\n  p1: {team: zz}\n`,
  },
  rosterTeamsOfAll: inRoster(
    (n) => `people:\n  maria: { team: [${times(n / 4, () => 'm', ', ')}] }\nteams:\n  m: {}\n`,
    '- [ ] a @maria\n',
  ),
  rosterPlaybooks: inRoster((n) => `playbooks: [${times(n / 12, (i) => `h${i}/*.md`, ', ')}]\n`),
  rosterBroken: inRoster((n) => `people:\n${lines((i) => `  p${i}: { name: [ }`, n)}`),
  rosterAt: inRoster((n) => `roles:\n${lines((i) => `  r${i}: @p${i}`, n)}`),
  rosterText: inRoster((n) => `people:\n${lines((i) => `  p${i}: Maria ${i}`, n)}`),
  rosterList: inRoster((n) => `people:\n${lines((i) => `  - p${i}`, n)}`),
  rosterNearKeys: inRoster((n) => lines((i) => `pepole${i}: {}`, n)),
  rosterFields: inRoster((n) => `people:\n  p: { ${times(n / 12, (i) => `nmae${i}: x`, ', ')} }\n`),
};

/** `Qbd Smith` for 13: letters only, another for each number. */
function firstName(i: number): string {
  return `Q${Array.from(String(i), (digit) => 'abcdefghij'.charAt(Number(digit))).join('')}`;
}

function pieceList(size: number): string {
  return times(size / 10, (i) => `person${i}`, ', ');
}
