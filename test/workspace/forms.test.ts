import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openFixture } from '../fixture.ts';

describe('a form of GitHub', () => {
  const judgedAsTemplate = (path: string, text = '- [ ] A\n') => {
    const ws = openFixture(`//- /roster.yml\npeople: { maria: {} }\n//- ${path}\n${text}`);
    const view = ws.index.view(ws.uri(path));
    assert.equal(view?.kind, 'playbook');
    return view.roster.template === true;
  };
  const FORMS = [
    '/.github/ISSUE_TEMPLATE/launch.md',
    '/.github/issue_template/launch.md',
    '/.github/ISSUE_TEMPLATE/deep/launch.playbook.md',
    '/.github/ISSUE_TEMPLATE.md',
    '/.github/PULL_REQUEST_TEMPLATE.md',
    '/.github/pull_request_template.md',
    '/.github/PULL_REQUEST_TEMPLATE/fair.md',
    '/site/.github/ISSUE_TEMPLATE/launch.md',
  ];
  for (const path of FORMS) {
    it(`is a template: ${path}`, () => {
      assert.ok(judgedAsTemplate(path));
      assert.ok(judgedAsTemplate(path, '---\nname: Launch\nabout: x\n---\n\n- [ ] A\n'));
      assert.ok(judgedAsTemplate(path, '---\ndefault-owner: maria\n---\n\n- [ ] A\n'));
      assert.equal(judgedAsTemplate(path, '---\ntemplate: false\n---\n\n- [ ] A\n'), false);
    });
  }
  for (const path of [
    '/.github/launch.md',
    '/ISSUE_TEMPLATE/launch.md',
    '/docs/.github.md',
    '/x.github/ISSUE_TEMPLATE/a.md',
  ])
    it(`is another file: ${path}`, () => {
      assert.equal(judgedAsTemplate(path), false);
    });
});
