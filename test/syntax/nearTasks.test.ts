import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { taskMalformedFixes, taskMalformedMessages } from '../../src/syntax/nearTasks.ts';
import { parse } from '../../src/syntax/parse.ts';
import { formatMessage } from '../../src/text/message.ts';
import { applyEdits } from '../../src/text/textEdit.ts';

/** `emptyBox "[]" -> "- [ ] x"`: message, marked text, and the whole text after its fix (`(no fix)` without one). */
const problems = (text: string): string[] => {
  const { lines, problems: found } = parse(text);
  return found.map((p) => {
    assert.equal(p.rule, 'task-malformed');
    assert.ok(Object.hasOwn(taskMalformedMessages, p.message), p.message);
    const template = taskMalformedMessages[p.message as keyof typeof taskMalformedMessages];
    assert.doesNotMatch(formatMessage({ template, args: p.args }), /\{(?:marker|key|written)\}/);
    if (p.fix) assert.ok(Object.hasOwn(taskMalformedFixes, p.fix.title));
    const fixed = p.fix ? JSON.stringify(applyEdits(text, p.fix.edits)) : '(no fix)';
    return `${p.message} ${JSON.stringify(lines.slice(p.range))} -> ${fixed}`;
  });
};

type Case = readonly [text: string, ...problems: string[]];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'an item that is nearly a task': [
    ['- [] x', 'emptyBox "[]" -> "- [ ] x"'],
    ['* [] x', 'emptyBox "[]" -> "* [ ] x"'],
    ['1. []x', 'emptyBox "[]" -> "1. [ ] x"'],
    ['- [ ]x', 'looseBox "[ ]" -> "- [ ] x"'],
    ['- [x]x', 'looseBox "[x]" -> "- [x] x"'],
    ['- [  ] x', 'looseBox "[  ]" -> "- [ ] x"'],
    ['- [ x] x', 'looseBox "[ x]" -> "- [x] x"'],
    ['- [x ]  x', 'looseBox "[x ]" -> "- [x] x"'],
    ['- [X]x', 'looseBox "[X]" -> "- [x] x"'],
    ['- [\u00a0] x', 'looseBox "[\u00a0]" -> "- [ ] x"'],
    ['- [ ]\u00a0x', 'looseBox "[ ]" -> "- [ ] x"'],
    ['> - [] x', 'emptyBox "[]" -> "> - [ ] x"'],
    ['- [ ] a\n  - [] x', 'emptyBox "[]" -> "- [ ] a\\n  - [ ] x"'],
    ['- \\[ \\] x', 'looseBox "\\\\[ \\\\]" -> "- [ ] x"'],
    ['- \\[x\\] x', 'looseBox "\\\\[x\\\\]" -> "- [x] x"'],
    ['1. \\[ ] x', 'looseBox "\\\\[ ]" -> "1. [ ] x"'],
    ['- ☐ x', 'looseBox "☐" -> "- [ ] x"'],
    ['> * ☐\ufe0fx', 'looseBox "☐\ufe0f" -> "> * [ ] x"'],
    ['- [ ] a\r\n  - ☐ x', 'looseBox "☐" -> "- [ ] a\\r\\n  - [ ] x"'],
  ],
  'a box without list marker': [
    ['[ ] x', 'noMarker "[ ]" -> "- [ ] x"'],
    ['[x] x', 'noMarker "[x]" -> "- [x] x"'],
    ['[] x', 'noMarker "[]" -> "- [ ] x"'],
    ['text\n[ ] x', 'noMarker "[ ]" -> "text\\n- [ ] x"'],
    ['> [ ] x', 'noMarker "[ ]" -> "> - [ ] x"'],
    ['[ ] x\n[ ] y', 'noMarker "[ ]" -> "- [ ] x\\n[ ] y"', 'noMarker "[ ]" -> "[ ] x\\n- [ ] y"'],
    ['  [ ] x', 'noMarker "[ ]" -> "  - [ ] x"'],
  ],
  'a marker that is too near': [
    ['-[ ] x', 'tightMarker "-[ ]" -> "- [ ] x"'],
    ['*[x] x', 'tightMarker "*[x]" -> "* [x] x"'],
    ['1.[ ] x', 'tightMarker "1.[ ]" -> "1. [ ] x"'],
    ['-[]x', 'tightMarker "-[]" -> "- [ ] x"'],
  ],
  'what is none': [
    ['- [ ] x'],
    ['- [ ]'],
    ['- []'],
    ['[ ]'],
    ['- [x](url) y'],
    ['- [x][ref] y'],
    ['- [x]: url'],
    ['[x](url) y'],
    ['[x]: url y'],
    ['- [y] x'],
    ['- text [] x'],
    ['text [ ] x'],
    ['[x]s in text'],
    ['`[ ] x`'],
    ['```\n[ ] x\n- [] y\n```'],
    ['    - [] x'],
    ['<div>\n- [] x\n</div>'],
    ['<!-- - [] x -->'],
    ['| a |\n| - |\n| [] x |'],
    ['# [ ] x'],
    ['# ☐ x'],
    ['- ☐'],
    ['- \\[ \\]'],
    ['- ☐ Yes ☐ No'],
    ['☐ Yes'],
    ['\\[ \\] x'],
    ['- tick the ☐ x'],
  ],
  'a token with a space behind its colon': [
    ['- [ ] x due: 2027-01-10', 'spacedToken "due: 2027-01-10" -> "- [ ] x due:2027-01-10"'],
    ['- [ ] x due: T-3d.', 'spacedToken "due: T-3d" -> "- [ ] x due:T-3d."'],
    ['- [ ] x due: tomorrow', 'spacedToken "due: tomorrow" -> (no fix)'],
    ['- [ ] x sla: 2d', 'spacedToken "sla: 2d" -> "- [ ] x sla:2d"'],
    ['- [ ] x for: @sam', 'spacedToken "for: @sam" -> "- [ ] x for:@sam"'],
    ['- [ ] x every: week', 'spacedToken "every: week" -> "- [ ] x every:week"'],
    ['- [ ] x goal: leads', 'spacedToken "goal: leads" -> "- [ ] x goal:leads"'],
    ['- [ ] x uses: brochure @maria', 'spacedToken "uses: brochure" -> "- [ ] x uses:brochure @maria"'],
    ['- [ ] x for: the whole team'],
    ['- [ ] x uses: nothing at all, really'],
    ['- [ ] x goal: sell more'],
    ['- [ ] `due: T`'],
  ],
  'a token in capitals': [
    ['- [ ] x Due:2027-01-10', 'capitalToken "Due:" -> "- [ ] x due:2027-01-10"'],
    ['- [ ] x DUE:T', 'capitalToken "DUE:" -> "- [ ] x due:T"'],
    ['- [ ] x For:@sam', 'capitalToken "For:" -> "- [ ] x for:@sam"'],
    ['- [ ] x Due:soon'],
    ['- [ ] x Goal:leads', 'capitalToken "Goal:" -> "- [ ] x goal:leads"'],
  ],
  'a misspelt token': [
    ['- [ ] x ower:@x', 'misspelt "ower:" -> "- [ ] x owner:@x"'],
    ['- [ ] x duee:2027-01-10', 'misspelt "duee:" -> "- [ ] x due:2027-01-10"'],
    ['- [ ] x dua:T', 'misspelt "dua:" -> "- [ ] x due:T"'],
    ['- [ ] x evrey:week', 'misspelt "evrey:" -> "- [ ] x every:week"'],
    ['- [ ] x halp:@lee', 'misspelt "halp:" -> "- [ ] x help:@lee"'],
    ['- [ ] x note:this'],
    ['- [ ] x https://x.example'],
    ['- [ ] x four:five'],
    ['- [ ] x ten:30'],
    ['- [ ] x `ower:@x` <!-- ower:@x --> [y](ower:@x)'],
  ],
};

describe('near-tasks and near-tokens', () => {
  for (const [what, cases] of Object.entries(CASES)) {
    describe(what, () => {
      for (const [text, ...expected] of cases) {
        it(text.replaceAll('\n', '⏎').replaceAll('\u00a0', '⍽'), () => {
          assert.deepEqual(problems(text), expected);
        });
      }
    });
  }

  it('each fix makes a task or a token', () => {
    for (const [text, ...expected] of Object.values(CASES).flat()) {
      if (expected.length !== 1) continue;
      const before = parse(text);
      const fix = before.problems[0]?.fix;
      if (!fix) continue;
      const after = parse(applyEdits(text, fix.edits));
      const count = (p: typeof after) =>
        p.blocks.reduce((n, b) => n + (b.kind === 'task' ? 100 + b.words.tokens.length : 0), 0);
      // `ower:@x` becomes an owner-like token that has no key of its own.
      if (before.problems[0]?.args['key'] === 'owner:') continue;
      assert.ok(count(after) > count(before), text);
      assert.deepEqual(after.problems, [], text);
    }
  });
});
