import { inLines, lines, repeat, times, type Shapes } from './shape.ts';

/** Many blocks of a kind, or one that is deep or wide. */
export const blocks: Shapes = {
  baseline: inLines((i) => (i % 20 === 0 ? `## Section ${i}` : `- [ ] Task ${i} @maria due:2027-01-10`)),
  pipes: { playbook: (n) => repeat('|', n) },
  tableWide: {
    playbook: (n) =>
      table(
        n / 14,
        () => 'Owner',
        () => 'x',
      ),
  },
  tableRaciWide: {
    playbook: (n) =>
      table(
        n / 12,
        (i) => (i === 0 ? 'Step' : `p${i}`),
        (i) => (i === 0 ? 's' : 'R'),
      ),
  },
  tableLong: { playbook: (n) => '| Task | Owner |\n|---|---|\n' + lines((i) => `| t${i} | @maria |`, n) },
  tableLongUnowned: { playbook: (n) => '| Task | Owner |\n|---|---|\n' + lines((i) => `| t${i} | |`, n) },
  tableLongNames: {
    playbook: (n) => '| Task | Owner |\n|---|---|\n' + lines((i) => `| t${i} | Jane Smith${i} and Bob |`, n),
  },
  tables: inLines((i) => `| Task | Owner |\n|---|---|\n| t${i} | @maria |\n`),
  tableEscapes: { playbook: (n) => '| Task | Owner |\n|---|---|\n| ' + repeat('\\|', n) + ' | x |\n' },
  cellNames: { playbook: (n) => '| Task | Owner |\n|---|---|\n| a | ' + repeat('x and ', n) + ' |\n' },
  listsDeep: { playbook: (n) => repeat('- ', n) + '[ ] x' },
  listsDeepLines: inLines((i) => '  '.repeat(i) + '- [ ] x'),
  quotesDeep: { playbook: (n) => repeat('> ', n) + '- [ ] x' },
  quotesLines: inLines(() => '> > > - [ ] x'),
  headings: inLines((i) => `## H${i}`),
  headingsOwned: inLines((i) => `## H${i} @maria`),
  headingsTasks: inLines((i) => `## H${i}\n- [ ] x`),
  tasksOneSection: inLines((i) => `- [ ] Task ${i}`),
  tasksFolded: { playbook: (n) => '# S\n' + lines((i) => `- [ ] Task ${i}`, n) },
  tasksSameText: inLines(() => '- [ ] Same'),
  nestedChain: inLines((i) => '  '.repeat(i % 40) + `- [ ] Task ${i}`),
  nearTasks: inLines(() => '- [] x'),
  nearTokens: inLines(() => '- [ ] x ower:@a due: tomorrow'),
  commentsBlock: inLines(() => '<!--'),
  directives: inLines(() => '<!-- playbook-disable-next-line owner-missing -->'),
  directivesTasks: inLines(() => '<!-- playbook-disable-next-line owner-missing -->\n- [ ] x\n'),
  disables: inLines(() => '<!-- playbook-disable -->\n\n- [ ] x\n'),
  disableEnable: inLines(() => '<!-- playbook-disable -->\n\n<!-- playbook-enable -->\n'),
  directiveIds: { playbook: (n) => '<!-- playbook-disable ' + repeat('owner-missing ', n) + '-->\n- [ ] x' },
  html: { playbook: (n) => repeat('<div>', n) },
  htmlLines: inLines(() => '<div>\n'),
  details: inLines(() => '<details>\n\n- [ ] x\n'),
  fences: inLines(() => '```'),
  fencesOpen: inLines((i) => '`'.repeat(3 + (i % 50)) + '\n# H'),
  refs: inLines((i) => `[r${i}]: /u`),
  ref: inLines(() => '['),
  ownerLines: inLines(() => 'Owner: @maria\n'),
  ownerLineLong: { playbook: (n) => 'Owner: ' + repeat('a and ', n) },
  ownerLineTight: { playbook: (n) => 'Owner: ' + repeat('a/', n) + '\n\n- [ ] x\n' },
  ownerLineEmph: { playbook: (n) => repeat('**', n) + 'Owner: x' },
  ownerLinesTask: inLines(() => '  Owner: @maria', '- [ ] x\n'),
  cr: { playbook: (n) => repeat('- [ ] a\r', n) },

  tableRaciLong: inLines((i) => `| s${i} | R | A |`, '| Step | @maria | sam |\n|---|---|---|\n'),
  tableTextWide: {
    playbook: (n) =>
      table(
        n / 12,
        (i) => (i === 0 ? 'Owner' : `h${i}`),
        () => 'a:b',
      ),
  },
  tableColumnsUnread: { playbook: (n) => `|${repeat('a|', n / 2)}\n|${repeat('-|', n / 2)}\n` },
  quotesNested: inLines((i) => `${'> '.repeat(1 + (i % 40))}- [ ] x`),
  quotesTasks: inLines(() => '> - [ ] x @maria'),
  headingsDeep: inLines((i) => `${'#'.repeat(1 + (i % 6))} H${i}\n- [ ] x`),
  headingsSame: inLines(() => '## Print\n- [ ] x'),
  headingsSetext: inLines((i) => `H${i} @maria\n---\n`),
  headingsTokens: inLines((i) => `## H${i} due:2027-01-10 goal:q${i}`),
  headingsOwnerLines: inLines((i) => `## H${i}\n\nOwner: @maria\n\n- [ ] x\n`),
  ownerLinesProse: inLines(() => 'Owner: @maria'),
  ownerBullets: inLines(() => '- [ ] x\n  - Owner: @maria'),
  ownerBulletsTask: inLines(() => '  - Owner: @maria', '- [ ] x\n'),
  ownerBulletsItem: inLines(() => '  - Owner: @maria', '- x\n  - [ ] y\n'),
  footnoteDefinitions: inLines((i) => `[^${i}]: text @maria`),
  referencesLong: inLines((i) => `[r${i}]: /u "title ${i}`),
  lazyLines: inLines(() => 'lazy [ ] x: y', '> - [ ] a\n'),
  paragraphBoxes: inLines(() => '[ ] x'),
  continuation: inLines(() => '  goes on @maria: here', '- [ ] a\n'),
  blankLines: inLines(() => ''),
  rules: inLines(() => '- - -'),
  numbers: inLines((i) => `${i}. [ ] x`),
  fenceOpen: inLines(() => '# H', '```\n'),
  htmlOpen: inLines(() => '# H', '<script>\n'),
  commentOpen: inLines(() => '# H', '<!--\n'),
  deepThenFlat: { playbook: (n) => `${repeat('- ', 1000)}[ ] x\n${lines40(n)}` },
  deepOften: inLines(() => `${'- '.repeat(120)}[ ] x\n\nText`),
};

/** Two rows under a header, each with so many cells. */
function table(columns: number, header: (i: number) => string, cell: (i: number) => string): string {
  const row = (text: (i: number) => string) => `| ${times(columns, text, ' | ')} |\n`;
  return row(header) + row(() => '-') + row(cell);
}

/** Items, each a step deeper than the one before, up to forty steps. */
function lines40(size: number): string {
  return times(size / 60, (i) => `${'  '.repeat(i % 40)}- [ ] x\n`);
}
