import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Staff } from '../../src/workspace/staff.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

function staff(people: string) {
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster(
    'file:///w/roster.yml',
    `teams: { marketing: {}, sales: {}, events: {} }\npeople: {${people}}\n`,
  );
  const roster = index.rosterAt('file:///w/roster.yml');
  const team = (handle: string) => {
    const found = roster.teams.get(handle);
    assert.ok(found);
    return found;
  };
  const all = new Staff(roster, '2028-01-03');
  return (these: readonly string[], those: readonly string[]) =>
    all.areOnePerson(these.map(team), those.map(team));
}

it('teams are one person when that one is all there is in each of them', () => {
  const one = staff('pat: { team: [marketing, sales, events] }');
  assert.ok(one(['marketing'], ['sales']));
  assert.ok(one(['marketing', 'events'], ['sales']));
  assert.ok(!one([], ['sales']));
});

it('teams are not one person when anybody else is in one of them', () => {
  const two = staff('pat: { team: [marketing, sales] }, sam: { team: events }');
  assert.ok(!two(['marketing', 'events'], ['sales']));
  assert.ok(!two(['marketing'], ['events']));
  assert.ok(!staff('pat: { team: [marketing, sales] }, sam: { team: sales }')(['marketing'], ['sales']));
});
