// The grouping for one person: what she owns, waits for, is asked, and whose work she does while they are away.
import assert from 'node:assert/strict';
import test from 'node:test';
import { concernOf } from '../../src/responsibilities/concern.ts';
import { outline, TODAY, World } from './fixture.ts';

const ROSTER = `
teams:
  marketing: { name: Marketing, lead: maria }
  sales: { name: Sales }
people:
  maria: { name: Maria López, team: marketing }
  sam: { name: Sam Cole, team: sales }
  kate: { name: Kate Wolf, team: sales }
  lee: { name: Lee Roy, team: sales, away: [{ from: 2028-02-01, to: 2028-02-10, cover: kate }] }
roles:
  sdr: [sam, kate]
  desk: kate
`;

const FAIR = `# Fair

- [ ] Write the letter @kate due:2028-02-01
- [ ] Book a car @kate due:2028-01-10
- [ ] Call new leads @sdr
- [ ] Sort the leads @sales
- [ ] Answer the desk @desk
- [ ] Print copies @maria for:@kate
- [ ] Plan the fair @maria for:@sales
- [ ] Choose a hall @maria help:@kate
- [ ] Set a price @maria consult:@kate
- [ ] Ask @kate which customers would come
- [ ] Visit the shops @lee due:2028-02-03
- [ ] Send the bill @lee due:2028-02-11
- [ ] Pack the boxes @maria inform:@kate
- [ ] Paint the stand @maria for:@marketing
- [ ] Clean it
- [x] Rent a van @kate
`;

const forMe = (me: string | undefined, options = {}) =>
  outline(new World({ 'roster.yml': ROSTER, 'a.playbook.md': FAIR }).tree({ groupBy: 'me', me, ...options }));

test('what is hers, what waits for her, where she is asked, whom she covers, what she is told, by due day', () => {
  assert.equal(
    forMe('kate'),
    `own: 3 open, 1 overdue
  [!] Book a car 2028-01-10
  [ ] Write the letter 2028-02-01
  [ ] Answer the desk
shared: 2 open
  [ ] Call new leads
  [ ] Sort the leads
awaited: 2 open
  [ ] Print copies
  [ ] Plan the fair
asked: 3 open
  [ ] Choose a hall
  [ ] Set a price
  [?] Ask @kate which customers would come
covered: 1 open
  [ ] Visit the shops 2028-02-03
told: 1 open
  [ ] Pack the boxes`,
  );
});

test('somebody who is only asked has something to do', () => {
  const world = new World({ 'roster.yml': ROSTER, 'a.playbook.md': '- [ ] Ask @kate about prices @sam\n' });
  assert.equal(
    outline(world.tree({ groupBy: 'me', me: '@Kate' })),
    'own\nasked: 1 open\n  [ ] Ask @kate about prices',
  );
});

test('a lead answers for the team, and nobody else does', () => {
  const world = new World({ 'roster.yml': ROSTER, 'a.playbook.md': '- [ ] Paint @marketing\n' });
  const concern = (me: string) => {
    const summary = world.index.summary('file:///w/a.playbook.md');
    const task = summary?.tasks[0];
    assert.ok(summary && task);
    return concernOf(task, summary.roster, me, TODAY);
  };
  assert.deepEqual([concern('maria'), concern('kate'), concern('marketing')], ['shared', undefined, 'own']);
});

test('filters and done tasks count there, too', () => {
  assert.equal(
    forMe('kate', { filter: { text: 'car' } }),
    'own: 1 open, 1 overdue\n  [!] Book a car 2028-01-10',
  );
  assert.match(forMe('kate', { showDone: true }), /\[x\] Rent a van/);
});

test('nobody in particular sees nothing, who has nothing to do sees that', () => {
  assert.equal(forMe(undefined), '');
  assert.equal(forMe('tim'), 'own');
});
