import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../src/syntax/parse.ts';

/** `disable owner-missing due-missing @2`: action, rules and line. */
const directives = (text: string): string =>
  parse(text)
    .directives.map((d) => [d.action, ...d.rules.map((r) => r.id), `@${d.range.start.line}`].join(' '))
    .join('; ');

describe('suppression comments', () => {
  const CASES: readonly (readonly [text: string, directives: string])[] = [
    ['<!-- playbook-disable-next-line -->', 'disable-next-line @0'],
    ['<!-- playbook-disable-next-line owner-missing -->', 'disable-next-line owner-missing @0'],
    ['<!-- playbook-disable owner-missing due-missing -->', 'disable owner-missing due-missing @0'],
    ['<!-- playbook-disable owner-missing, due-missing -->', 'disable owner-missing due-missing @0'],
    ['<!-- playbook-disable -->\n\n<!-- playbook-enable -->', 'disable @0; enable @2'],
    ['<!-- playbook-enable owner-missing -->', 'enable owner-missing @0'],
    ['<!-- playbook-disable-file -->', 'disable-file @0'],
    ['<!-- playbook-disable-file owner-misssing -->', 'disable-file owner-misssing @0'],
    ['<!--playbook-disable-file-->', 'disable-file @0'],
    ['<!--\n  playbook-disable\n  owner-missing\n-->', 'disable owner-missing @0'],
    ['<!-- playbook-disable --> <!-- playbook-enable -->', 'disable @0; enable @0'],
    ['text <!-- playbook-disable-next-line -->', 'disable-next-line @0'],
    ['- [ ] x <!-- playbook-disable-next-line -->\n- [ ] y', 'disable-next-line @0'],
    ['- [ ] x\n  <!-- playbook-disable-next-line -->\n  - [ ] y', 'disable-next-line @1'],
    ['> <!-- playbook-disable-next-line -->\n> - [ ] y', 'disable-next-line @0'],
    ['# H <!-- playbook-disable -->', 'disable @0'],
    ['<div>\n<!-- playbook-disable -->\n</div>', 'disable @1'],
    ['---\ntitle: x\n---\n<!-- playbook-disable-file -->', 'disable-file @3'],
    // Why: behind a colon or two dashes.
    ['<!-- playbook-disable-next-line owner-missing -- asked Kate -->', 'disable-next-line owner-missing @0'],
    [
      '<!-- playbook-disable-next-line owner-missing: asked Kate, due-missing -->',
      'disable-next-line owner-missing @0',
    ],
    [
      '<!-- playbook-disable owner-missing due-missing ---- until a > b -->',
      'disable owner-missing due-missing @0',
    ],
    ['<!-- playbook-disable-file: a list for the kitchen -->', 'disable-file @0'],
    ['<!-- playbook-disable-file -- a list for the kitchen -->', 'disable-file @0'],
    [
      '<!-- playbook-disable-file: owner-missing, due-missing -->',
      'disable-file owner-missing due-missing @0',
    ],
    ['<!--\n  playbook-disable\n  owner-missing --\n  asked Kate\n-->', 'disable owner-missing @0'],
    ['<!-- playbook-disable--next-line -->', 'disable --next-line @0'],
    // What is misspelt names a rule that nobody knows, so that it can be reported.
    ['<!-- playbook-disable-all -->', 'disable -all @0'],
    ['<!-- playbook-off -->', 'unknown off @0'],
    ['<!-- playbook-disabled owner-missing -->', 'unknown disabled @0'],
    ['<!--playbook-disable_file-->', 'unknown disable_file @0'],
    ['<!-- playbook- -->', ''],
    ['<!-- a playbook-disable -->', ''],
    ['<!-- Playbook-disable -->', ''],
    ['playbook-disable', ''],
    ['```\n<!-- playbook-disable -->\n```', ''],
    ['    <!-- playbook-disable -->', ''],
    ['`<!-- playbook-disable -->`', ''],
    ['- [ ] `<!-- playbook-disable -->`', ''],
    ['<!-- playbook-disable', ''],
  ];
  for (const [text, expected] of CASES) {
    it(text.replaceAll('\n', '⏎'), () => {
      assert.equal(directives(text), expected);
    });
  }

  it('are looked for once, however long the word is', () => {
    assert.equal(directives(`<!-- playbook-${'a-'.repeat(100_000)}`), '');
    assert.equal(directives('<!-- playbook-disable '.repeat(20_000)), '');
    const rules = `<!-- playbook-disable: ${'ab-cd-'.repeat(20_000)}! -->`;
    assert.equal(directives(rules), 'disable @0');
  });

  it('also stand in table cells', () => {
    assert.equal(
      directives('| Task | Owner |\n| - | - |\n| x <!-- playbook-disable-next-line --> | |\n| y | |'),
      'disable-next-line @2',
    );
  });

  it('have the range of the comment and of each rule', () => {
    const text = '> a <!-- playbook-disable-next-line owner-missing,  due-missing --> b\n';
    const { lines, directives: found } = parse(text);
    assert.deepEqual(
      found.flatMap((d) => [d.range, ...d.rules.map((r) => r.range)]).map((r) => lines.slice(r)),
      ['<!-- playbook-disable-next-line owner-missing,  due-missing -->', 'owner-missing', 'due-missing'],
    );
  });

  it('have true ranges over several lines, in CRLF too', () => {
    const text = 'a\r\n\r\n<!--\r\nplaybook-disable\r\nowner-missing\r\n-->\r\n';
    const { lines, directives: found } = parse(text);
    assert.deepEqual(
      found.flatMap((d) => [d.range, ...d.rules.map((r) => r.range)]).map((r) => lines.slice(r)),
      ['<!--\r\nplaybook-disable\r\nowner-missing\r\n-->', 'owner-missing'],
    );
  });
});
