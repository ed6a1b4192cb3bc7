import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { allRules } from '../../src/rules/all.ts';
import { judge } from '../../src/rules/judge.ts';
import { removeComment } from '../../src/rules/removeComment.ts';
import { parse } from '../../src/syntax/parse.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { outline, openFixture } from '../fixture.ts';
import { problemsOf, repaired, sentences, TODAY, underlined } from './judged.ts';

const found = (text: string) => underlined(text, 'suppression-unused');

/** Needs its comment: nobody owns it. */
const GAP = '- [ ] gap\n';
const FINE = '- [ ] fine @sam\n';
const NEXT = '<!-- playbook-disable-next-line -->';
const NEXT_OWNER = '<!-- playbook-disable-next-line owner-missing -->';

describe('the rule that judges all others', () => {
  it('runs last', () => {
    assert.equal(allRules.at(-1)?.id, 'suppression-unused');
  });
});

describe('suppression-unused', () => {
  const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['used', `${NEXT_OWNER}\n${GAP}`, []],
    ['used by no rule in particular', `${NEXT}\n${GAP}`, []],
    ['used over blank lines, which formatters write', `${NEXT_OWNER}\n\n\n${GAP}`, []],
    ['used over a blank line in a quote', `> ${NEXT_OWNER}\n>\n> ${GAP}`, []],
    ['used over a blank line in CRLF', `${NEXT_OWNER}\r\n\r\n- [ ] gap\r\n`, []],
    ['over a line that says something', `${NEXT_OWNER}\n\nProse\n\n${FINE}`, [`1: ${NEXT_OWNER}`]],
    ['used, with a reason', `<!-- playbook-disable-next-line owner-missing -- asked Kate -->\n${GAP}`, []],
    [
      'used, with a reason behind a colon',
      `<!-- playbook-disable-next-line owner-missing: asked Kate -->\n${GAP}`,
      [],
    ],
    ['unused', `${NEXT_OWNER}\n${FINE}`, [`1: ${NEXT_OWNER}`]],
    ['all rules, and nothing there', `${NEXT}\n${FINE}`, [`1: ${NEXT}`]],
    [
      'a file',
      `<!-- playbook-disable-file owner-missing -->\n\n${FINE}`,
      ['1: <!-- playbook-disable-file owner-missing -->'],
    ],
    ['a file, all rules', `<!-- playbook-disable-file -->\n\n${FINE}`, ['1: <!-- playbook-disable-file -->']],
    ['from here to there', `<!-- playbook-disable owner-missing -->\n${GAP}<!-- playbook-enable -->\n`, []],
    [
      'from here to there, and nothing between',
      `<!-- playbook-disable -->\n\n${FINE}\n<!-- playbook-enable -->\n\n${FINE}`,
      ['1: <!-- playbook-disable -->', '5: <!-- playbook-enable -->'],
    ],
    ['an end without a beginning', `<!-- playbook-enable -->\n\n${FINE}`, ['1: <!-- playbook-enable -->']],
    [
      'an end of something else',
      `<!-- playbook-disable owner-missing -->\n${GAP}<!-- playbook-enable mention-unknown -->\n`,
      ['3: <!-- playbook-enable mention-unknown -->'],
    ],
    [
      'one of two rules',
      `<!-- playbook-disable-next-line mention-unknown owner-missing -->\n${GAP}`,
      ['1: mention-unknown'],
    ],
    [
      'two of three rules',
      `<!-- playbook-disable-next-line mention-unknown, owner-missing, owner-line-empty -->\n${GAP}`,
      ['1: mention-unknown, owner-missing, owner-line-empty'],
    ],
    ['a rule that is off', `<!-- playbook-disable-next-line owner-shared -->\n${FINE}`, []],
    ['itself', '<!-- playbook-disable-file suppression-unused -->\n', []],
    ['silenced by name', `<!-- playbook-disable-file suppression-unused -->\n\n${NEXT_OWNER}\n${FINE}`, []],
    [
      'silenced with all rules, where that is of use',
      `<!-- playbook-disable-file -->\n\n${NEXT_OWNER}\n${FINE}${GAP}`,
      [],
    ],
    ['misspelled', `<!-- playbook-disable-next-line owner-mising -->\n${FINE}`, ['1: owner-mising']],
    ['no rule', `<!-- playbook-disable-next-line owner-missing until June -->\n${GAP}`, ['1: until June']],
    [
      'a comment that is none',
      `<!-- playbook-disable-nextline owner-missing -->\n${FINE}`,
      ['1: disable-nextline'],
    ],
    ['a document to be copied', `---\ntemplate: true\n---\n${NEXT_OWNER}\n${FINE}`, []],
  ];
  for (const [name, text, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(found(text), expected);
    });
  }

  it('does not call a comment useless because a rule is off here', () => {
    const off = { severities: new Map([['owner-missing', 'off' as const]]) };
    const judged = (text: string) => problemsOf(text, 'suppression-unused', undefined, off).length;
    assert.equal(judged(`${NEXT_OWNER}\n${GAP}`), 0);
    assert.equal(judged(`${NEXT}\n${GAP}`), 0);
    assert.equal(judged(`---\nrules: { owner-missing: off }\n---\n${NEXT_OWNER}\n${FINE}`), 0);
    assert.equal(judged(`<!-- playbook-disable-next-line mention-unknown -->\n${GAP}`), 1);
  });

  it('does not call a comment useless because a rule failed', () => {
    const view = openFixture(`${NEXT_OWNER}\n${FINE}`).view();
    const failing = {
      ...view,
      get tasks(): never {
        throw new Error('no tasks');
      },
    };
    const failed: string[] = [];
    const problems = judge(failing, { today: TODAY, onError: (rule) => failed.push(rule.id) });
    assert.ok(failed.includes('owner-missing'));
    assert.deepEqual(problems, []);
  });

  it('silences nothing with a word that is none of ours', () => {
    for (const word of ['playbook-hide', 'playbook-disabled', 'playbook-owner-missing']) {
      assert.deepEqual(
        underlined(`<!-- ${word} owner-missing -->\n${GAP}`, 'owner-missing'),
        ['2: gap'],
        word,
      );
    }
  });

  it('silences the line behind blank ones, and no other', () => {
    const lines = (text: string) => problemsOf(text, 'owner-missing').map((p) => p.range.start.line + 1);
    assert.deepEqual(lines(`${NEXT_OWNER}\n\n${GAP}${GAP}`), [4]);
    assert.deepEqual(lines(`${NEXT_OWNER}\nProse\n\n${GAP}`), [4]);
  });

  it('ends each rule by itself', () => {
    const text = `<!-- playbook-disable owner-missing owner-line-empty -->\n${GAP}\nOwner:\n\n<!-- playbook-enable owner-missing -->\n\n# H\n${GAP}\nOwner:\n`;
    assert.deepEqual(
      problemsOf(text).map((p) => `${p.range.start.line + 1} ${p.rule.id}`),
      ['9 owner-missing'],
    );
  });

  it('speaks plainly', () => {
    assert.deepEqual(
      sentences(
        `<!-- playbook-disable-next-line owner-missing mention-unknown -->\n${FINE}\n<!-- playbook-disable-next-line owner-mising -->\n${FINE}`,
        'suppression-unused',
      ),
      [
        'This comment does nothing: owner-missing and mention-unknown have no problem here. Remove it.',
        'There is no rule "owner-mising". Did you mean "owner-missing"?',
      ],
    );
  });

  const FIXES: readonly (readonly [name: string, before: string, after: string])[] = [
    ['a line', `# H\n\n${NEXT}\n${FINE}`, `# H\n\n${FINE}`],
    ['the only line', NEXT, ''],
    ['the last line', `${FINE}\n${NEXT}`, FINE],
    [
      'several lines',
      `${FINE}\n<!--\nplaybook-disable-file\nowner-missing\n-->\n\n${FINE}`,
      `${FINE}\n\n${FINE}`,
    ],
    ['behind words', `- [ ] fine @sam ${NEXT}\n${FINE}`, `- [ ] fine @sam\n${FINE}`],
    ['between words', `- [ ] fine ${NEXT} @sam\n${FINE}`, `- [ ] fine @sam\n${FINE}`],
    ['before words', `- [ ] ${NEXT} fine @sam\n${FINE}`, `- [ ] fine @sam\n${FINE}`],
    ['in a word', `- [ ] fi${NEXT}ne @sam\n${FINE}`, `- [ ] fine @sam\n${FINE}`],
    ['in a quote', `> ${NEXT}\n> ${FINE}`, `> ${FINE}`],
    [
      'in a table',
      `| Task | Owner |\n| - | - |\n| x ${NEXT} | @sam |\n`,
      '| Task | Owner |\n| - | - |\n| x | @sam |\n',
    ],
    ['in CRLF', `# H\r\n${NEXT}\r\n- [ ] fine @sam\r\n`, '# H\r\n- [ ] fine @sam\r\n'],
    [
      'one rule',
      `<!-- playbook-disable-next-line mention-unknown owner-missing -->\n${GAP}`,
      `${NEXT_OWNER}\n${GAP}`,
    ],
    [
      'one rule, and leaves the reason,',
      `<!-- playbook-disable-next-line mention-unknown owner-missing -- asked Kate -->\n${GAP}`,
      `<!-- playbook-disable-next-line owner-missing -- asked Kate -->\n${GAP}`,
    ],
    ['a slip', `<!-- playbook-disable-next-line owner-mising -->\n${GAP}`, `${NEXT_OWNER}\n${GAP}`],
  ];
  for (const [name, before, after] of FIXES) {
    it(`repairs ${name} without asking`, () => {
      assert.equal(repaired(before, 'suppression-unused', 'safe'), after);
    });
  }

  it('offers what a wrong word may have meant', () => {
    const offered = (word: string) =>
      repaired(`<!-- playbook-${word} owner-missing -->\n${GAP}`, 'suppression-unused');
    for (const word of ['disable-nextline', 'disable-line', 'dissable-next-line']) {
      assert.equal(offered(word), `${NEXT_OWNER}\n${GAP}`);
    }
    assert.equal(offered('disabled'), `<!-- playbook-disable owner-missing -->\n${GAP}`);
    assert.equal(offered('disable_file'), `<!-- playbook-disable-file owner-missing -->\n${GAP}`);
    assert.equal(offered('enabel'), `<!-- playbook-enable owner-missing -->\n${GAP}`);
    // It may be anything.
    assert.equal(offered('notes'), `<!-- playbook-notes owner-missing -->\n${GAP}`);
    const text = `<!-- playbook-disabled owner-missing -->\n${GAP}`;
    assert.equal(repaired(text, 'suppression-unused', 'safe'), text);
  });

  it('asks where the line below would go on with the one above', () => {
    const text = `Prose.\n${NEXT}\n2. [ ] fine @sam\n`;
    assert.equal(repaired(text, 'suppression-unused', 'safe'), text);
  });

  it('never changes what the tasks are when it does not ask', () => {
    const line = fc.constantFrom(
      FINE,
      GAP,
      `${NEXT}\n`,
      `  ${NEXT_OWNER}\n`,
      `- [ ] x @sam ${NEXT}\n`,
      '<!-- playbook-enable -->\n',
      '<!-- playbook-disable owner-missing -->\n',
      '\n',
      'Prose\n',
      '  more\n',
      '    deep\n',
      '2. [ ] two\n',
      '  - [ ] child\n',
      '# H @lee\n',
      'Owner: @lee\n',
      '> - [ ] quoted\n',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 9 }), (parts) => {
        const text = `# T\n${parts.join('')}`;
        const after = repaired(text, 'suppression-unused', 'safe');
        assert.equal(outline(openFixture(after).view()), outline(openFixture(text).view()));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('removing a comment', () => {
  it('leaves all other characters as they are', () => {
    const pieces = fc.array(fc.constantFrom('a', ' ', '\n', '\r\n', '- ', '<!-- playbook-disable -->'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const [directive] = parse(text).directives;
        if (!directive) return;
        const { edit } = removeComment(new LineIndex(text), directive.range);
        const kept = (t: string) => t.replace(/\s+/g, '');
        assert.equal(kept(applyEdits(text, [edit])), kept(text).replace('<!--playbook-disable-->', ''));
      }),
    );
  });
});
