import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileGlobs, isMarkdownName } from '../../src/workspace/globs.ts';

const roster = (folder: string, playbooks: readonly string[], exclude: readonly string[] = []) => ({
  folder,
  playbooks,
  exclude,
});

describe('what rosters say about files', () => {
  it('is nothing while none says anything: playbooks are told by their names', () => {
    const globs = compileGlobs([roster('/w/', [])]);
    assert.ok(globs.isPlaybook('/w/a.playbook.md'));
    assert.ok(!globs.isPlaybook('/w/a.md') && !globs.isExcluded('/w/a.playbook.md'));
  });

  it('makes Markdown below a roster a playbook, and nothing else', () => {
    const globs = compileGlobs([roster('/w/eu/', ['handbook', 'faq.md'])]);
    assert.ok(globs.isPlaybook('/w/eu/handbook/deep/a.md') && globs.isPlaybook('/w/eu/faq.md'));
    assert.ok(!globs.isPlaybook('/w/handbook/a.md') && !globs.isPlaybook('/w/eu/handbook/a.txt'));
  });

  it('counts for a file when one of several rosters says it', () => {
    const globs = compileGlobs([
      roster('/w/', ['docs/*.md'], ['archive/']),
      roster('/w/eu/', ['*.md']),
      roster('/w/us/', []),
    ]);
    assert.ok(globs.isPlaybook('/w/docs/a.md') && globs.isPlaybook('/w/eu/a.md'));
    assert.ok(!globs.isPlaybook('/w/us/a.md') && !globs.isPlaybook('/w/docs/deep/a.md'));
    assert.ok(globs.isExcluded('/w/archive/a.playbook.md') && !globs.isPlaybook('/w/archive/a.playbook.md'));
    assert.ok(!globs.isExcluded('/w/eu/archive/a.playbook.md'));
  });

  it('takes files back that an entry with ! names', () => {
    const globs = compileGlobs([roster('/w/', ['**/*.md', '!drafts/**'])]);
    assert.ok(globs.isPlaybook('/w/a.md') && globs.isPlaybook('/w/eu/a.md'));
    assert.ok(!globs.isPlaybook('/w/drafts/a.md'));
  });

  it('is relative to the roster, with or without a beginning that says so', () => {
    for (const glob of ['faq.md', './faq.md', '/faq.md']) {
      assert.ok(compileGlobs([roster('/w/', [glob])]).isPlaybook('/w/faq.md'), glob);
    }
  });

  it('goes on with the other entries where one is too long to be a pattern', () => {
    const globs = compileGlobs([roster('/w/', ['a'.repeat(100_000), 'faq.md'])]);
    assert.ok(globs.isPlaybook('/w/faq.md') && !globs.isPlaybook('/w/a.md'));
  });

  it('concerns Markdown by either of its endings', () => {
    for (const name of ['a.md', 'a.MD', 'a.markdown']) assert.ok(isMarkdownName(name), name);
    for (const name of ['a.mdx', 'a.md.txt', 'md']) assert.ok(!isMarkdownName(name), name);
  });
});
