// What no rule may say of playbooks as people write them, and what must be said: by kind, in either line end.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge } from '../../src/rules/judge.ts';
import { openFixture } from '../fixture.ts';
import { ROSTER } from './ownerKinds.ts';

const TODAY = '2028-01-03';

/** `LINE rule` of every problem, lines from 1; a fix is a `*`. */
function told(text: string): string[] {
  const view = openFixture(ROSTER + text).view();
  return judge(view, { today: TODAY }).map(
    (p) => `${p.range.start.line + 1} ${p.rule.id}${p.fix?.isSafe === true ? '*' : ''}`,
  );
}

type Cases = readonly (readonly [text: string, told: readonly string[]])[];

const KINDS: Readonly<Record<string, Cases>> = {
  'a blank is nobody, and never unknown': [
    ['Owner: [Your name]\n\n- [ ] Rent the hall\n', ['3 owner-missing']],
    ['Owner: ______\n\n- [ ] Rent the hall\n', ['3 owner-missing']],
    ['- [ ] Rent the hall @unassigned\n', ['1 owner-missing']],
    ['| Task | Owner | Due |\n| - | - | - |\n| Rent | Unassigned | |\n', ['3 owner-missing']],
    ['Owner: everyone\n\n- [ ] Rent the hall\n', ['3 owner-missing']],
  ],
  'prose is never unknown': [
    ['Responsible: whoever runs the shop this week\n\n- [ ] Rent the hall @nora\n', []],
    ['| Task | Owner | Due |\n| - | - | - |\n| Rent | whoever runs the shop | |\n', ['3 owner-missing']],
  ],
  'a name that the roster knows is never unknown': [
    ['- [ ] Rent the hall @Nora Vance\n', []],
    ['- [ ] Rent the hall @Nono\n', []],
    ['| Task | Owner | Due |\n| - | - | - |\n| Rent | @Tomás Ibarra | |\n', []],
    ['Owner: Sales Engineer\n\n- [ ] Rent the hall\n', []],
    ['Owner: nora vance\n\n- [ ] Rent the hall\n', []],
  ],
  'whoever is addressed, a time or a tag is never unknown': [
    ['- [ ] Tag @hallofficial\n', ['1 owner-missing']],
    ['- [ ] @nora: open the hall @7pm\n', []],
    ['- [ ] Rent the hall @due(2031-04-02) @nora\n', []],
  ],
  'what is cancelled or done needs nobody': [
    ['- [-] Rent the hall\n- [~] Pay for it\n- [✅] Clean it\n', []],
    ['- [ ] ~~Rent the hall~~\n', []],
    ['| Task | Owner | Status |\n| - | - | - |\n| Rent | | Cancelled |\n| Pay | | ✔️ |\n', []],
    ['- [/] Rent the hall\n', ['1 owner-missing']],
  ],
  'a box that an editor escaped or drew is nearly a task': [
    ['- \\[ \\] Rent the hall\n', ['1 task-malformed*']],
    ['- ☐ Rent the hall\n', ['1 task-malformed*']],
  ],
  'keys of other tools are theirs': [
    ['---\ntemplate: page.html\n---\n\n- [ ] Rent @nora\n', []],
    ['---\nteams: [blog]\nroles: [author]\n---\n\n- [ ] Rent @nora\n', []],
    ['---\nowner: [someone, else]\n---\n\n- [ ] Rent @nora\n', []],
    ['---\npepole: {}\n---\n\n- [ ] Rent @nora\n', ['2 front-matter-schema*']],
  ],
  'no year is guessed': [
    ['| Task | Owner | Due |\n| - | - | - |\n| Rent | Nora | Fri, 5/9 |\n', ['3 due-unreadable']],
    ['- [ ] Rent the hall @nora (Due: May 9)\n', ['1 due-unreadable']],
  ],
  'a day is read with emphasis around it': [
    ['| Task | Owner | Due |\n| - | - | - |\n| Rent | Nora | **2031-04-02** |\n', []],
    ['| Task | Owner | Due |\n| - | - | - |\n| Rent | Nora | *2027-04-02* |\n', ['3 due-overdue']],
  ],
  'a comment reaches over the blank line that formatters write': [
    ['<!-- playbook-disable-next-line owner-missing -->\n\n- [ ] Rent\n', []],
    [
      '<!-- playbook-disable-next-line owner-missing: nobody knows yet -->\n\n- [ ] Rent\n- [ ] Pay\n',
      ['4 owner-missing'],
    ],
  ],
};

for (const [kind, cases] of Object.entries(KINDS)) {
  describe(kind, () => {
    for (const [text, expected] of cases) {
      it(text.trimEnd().replaceAll('\n', ' ⏎ '), () => {
        assert.deepEqual(told(text), expected);
        assert.deepEqual(told(text.replaceAll('\n', '\r\n')), expected);
      });
    }
  });
}
