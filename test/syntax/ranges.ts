/** What must hold for the places in every tree. */

import assert from 'node:assert/strict';
import type { OwnerLine, OwnerValue, Playbook, Section, Words } from '../../src/syntax/playbook.ts';
import { comparePositions } from '../../src/text/position.ts';
import { type Range, unitAt } from '../../src/text/range.ts';

/** @throws {assert.AssertionError} when a range lies outside of the text or its parent, or shows something else. */
export function checkRanges(playbook: Playbook): void {
  const { lines } = playbook;

  const check = (r: Range, parent: Range | undefined, what: string): string => {
    const show = () => `${what} ${JSON.stringify(r)} of ${JSON.stringify(lines.text)}`;
    // Words for a failure are made only for one: there are thousands of places in a run.
    for (const { line, character } of [r.start, r.end]) {
      if (line < 0 || line >= lines.lineCount) assert.fail(show());
      if (character < 0 || character > lines.line(line).length) assert.fail(show());
    }
    if (comparePositions(r.start, r.end) > 0) assert.fail(show());
    if (parent && !isInside(r, parent)) assert.fail(`${show()} is not in ${JSON.stringify(parent)}`);
    // CommonMark 0.31.2 section 2.3: U+0000 reads as U+FFFD.
    return lines.slice(r).replaceAll('\0', '\ufffd');
  };
  const checkWords = (words: Words, parent: Range): void => {
    check(words.range, parent, 'words');
    check({ start: words.insertAt, end: words.insertAt }, parent, 'insertAt');
    for (const m of words.mentions) {
      const slice = check(m.range, parent, 'mention');
      // A tag of another tool has its value with it: `@due(2027-01-10)`.
      const value = m.form === 'tag' && /^\([^()]*\)$/.test(slice.slice(m.handle.length + 1));
      // Somebody picked from a list is written as a link: `@[Maria López](target)`.
      const picked = /^@\[\s*@?([^[\]]*?)\s*\]\(/.exec(slice)?.[1];
      if (picked !== undefined) assert.ok(m.handle === picked || m.form === 'placeholder', slice);
      else assert.equal(value ? slice.slice(0, m.handle.length + 1) : slice, `@${m.handle}`);
    }
    for (const t of words.tokens) {
      const slice = check(t.range, undefined, 'token');
      assert.ok(slice.startsWith(`${t.key}:`), slice);
      for (const v of t.values) {
        const value = check(v.range, t.range, 'token value');
        assert.ok(value === v.text || value === `@${v.text}`, `${value} reads as ${v.text}`);
      }
    }
    for (const t of words.tags) assert.equal(check(t.range, parent, 'tag'), `#${t.name}`);
    for (const g of words.ownerGroups) {
      check(g.range, parent, 'owner group');
      check(g.clearRange, parent, 'clear range');
      assert.ok(isInside(g.range, g.clearRange), 'an owner group in its clear range');
      assert.ok(g.members.length > 0);
      for (const m of g.members) check(m.range, g.range, 'member');
    }
  };
  const checkValue = (value: OwnerValue, parent: Range | undefined): void => {
    assert.equal(check(value.range, parent, 'owner value'), value.text);
  };
  const checkOwnerLine = (line: OwnerLine, parent: Range | undefined): void => {
    assert.ok(
      check(line.range, parent, 'owner line')
        .toLowerCase()
        .includes(line.labelText.toLowerCase().slice(0, 3)),
    );
    checkValue(line.value, line.range);
  };

  for (const block of playbook.blocks) {
    check(block.range, undefined, block.kind);
    switch (block.kind) {
      case 'heading':
        checkWords(block.words, block.range);
        break;
      case 'task': {
        const box = check(unitAt(block.box), block.range, 'box');
        assert.match(box, /^[ \txX/><?!*~✓✔☑✅-]$/u);
        assert.equal(block.done, /[xX~✓✔☑✅-]/u.test(box) || block.words.isStruck);
        assert.match(lines.slice(block.range), /^(?:[-+*]|\d{1,9}[.)])/);
        checkWords(block.words, block.range);
        for (const line of block.ownerLines) checkOwnerLine(line, block.range);
        if (block.parent) check(block.range, block.parent.range, 'child');
        break;
      }
      case 'ownerLine':
        checkOwnerLine(block, undefined);
        break;
      case 'table':
        if (block.keyValue) checkOwnerLine(block.keyValue, block.range);
        for (const row of block.rows) {
          check(row.range, block.range, 'row');
          checkWords(row.words, row.range);
          for (const v of [...row.owners, ...row.consulted, ...row.informed]) checkValue(v, row.range);
          if (row.due) checkValue(row.due, row.range);
          for (const c of row.raci) {
            check(c.range, row.range, 'RACI cell');
            checkValue(c.who, block.range);
          }
        }
        break;
    }
  }
  for (const d of playbook.directives) {
    const slice = check(d.range, undefined, 'directive');
    assert.match(slice, /^<!--[^]*-->$/);
    for (const rule of d.rules) assert.equal(check(rule.range, d.range, 'rule'), rule.id);
  }
  for (const p of playbook.problems) {
    check(p.range, undefined, 'problem');
    for (const edit of p.fix?.edits ?? []) check(edit.range, undefined, 'fix');
    for (const r of p.related ?? []) check(r.range, undefined, 'related place');
  }
  checkSection(playbook.root, 0, lines.lineCount);
  assert.deepEqual(inOrder(playbook), [], 'blocks stand in source order');
}

function checkSection(section: Section, from: number, to: number): void {
  assert.ok(section.startLine >= from && section.endLine <= to && section.startLine <= section.endLine);
  for (const item of [...section.items, ...section.ownerLines]) {
    assert.ok(item.range.start.line >= section.startLine && item.range.start.line < section.endLine);
  }
  let next = section.startLine;
  for (const child of section.children) {
    assert.equal(child.parent, section);
    checkSection(child, next, section.endLine);
    next = child.endLine;
  }
}

function inOrder({ blocks }: Playbook): unknown[] {
  return blocks.filter(
    (b, i) => i > 0 && comparePositions(blocks[i - 1]?.range.start ?? b.range.start, b.range.start) > 0,
  );
}

function isInside(r: Range, parent: Range): boolean {
  return comparePositions(parent.start, r.start) <= 0 && comparePositions(r.end, parent.end) <= 0;
}
