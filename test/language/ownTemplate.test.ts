import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import MarkdownIt from 'markdown-it';
import fc from '../fastCheck.ts';
import { fillOwnTemplate, type BlankAnswer } from '../../src/language/fillOwnTemplate.ts';
import { readOwnTemplate } from '../../src/language/ownTemplate.ts';
import { parse } from '../../src/syntax/parse.ts';
import type { YamlNode } from '../../src/syntax/yamlTree.ts';
import { resolveOwnership } from '../../src/workspace/ownership.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

const ROSTER = 'people:\n  sam: { name: Sam Cole }\n  maria: { name: Maria López }\n';

function rosterOf(text: string) {
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster('file:///w/roster.yml', text);
  return index.rosterAt('file:///w/roster.yml');
}

const roster = rosterOf(ROSTER);
const SAM = { handle: 'sam', name: 'Sam Cole' };

function questions(text: string): string[] {
  const { questions: asked, asksForDayT } = readOwnTemplate(text, roster);
  return [
    ...asked.map((q) => `${q.answer}${q.isDayT ? ' T' : ''}: ${q.words}`),
    ...(asksForDayT ? ['day T'] : []),
  ];
}

function fill(text: string, blanks: Record<string, BlankAnswer>, tDay?: string) {
  return fillOwnTemplate(readOwnTemplate(text, roster), {
    blanks: new Map(Object.entries(blanks)),
    tDay,
    roster,
  });
}

function filled(text: string, blanks: Record<string, BlankAnswer>, tDay?: string): string {
  const { text: result, unfilled } = fill(text, blanks, tDay);
  assert.deepEqual(unfilled, []);
  return result;
}

describe('what a template of a team asks', () => {
  it('asks each blank once, by its own words, in the order of the text', () => {
    assert.deepEqual(
      questions('# {{Product}} in {{ city  name }}\n\n- [ ] Show {{product}}\n\n{{What is it for?}}\n'),
      ['text: Product', 'text: city name', 'text: What is it for?'],
    );
  });

  for (const [text, ...asked] of [
    ['- [ ] Call @{{account executive}}\n', 'person: account executive'],
    ['- [ ] Call for:@{{writer}}\n', 'person: writer'],
    ['- [ ] Call for:{{writer}}\n', 'person: writer'],
    ['Owner: {{writer}}\n\n- [ ] Call\n', 'person: writer'],
    ['## Booth (DRI: @{{writer}})\n\n- [ ] Call\n', 'person: writer'],
    [
      '| Task | Owner | Due |\n| --- | --- | --- |\n| Call | {{writer}} | {{deadline}} |\n',
      'person: writer',
      'day: deadline',
    ],
    ['---\nowner: "{{writer}}"\n---\n\nAsk {{writer}}.\n', 'person: writer'],
    ['---\ngoals:\n  a: { name: A, owner: "{{writer}}" }\n---\n', 'person: writer'],
    ['- [ ] Call due:{{deadline}}\n', 'day: deadline'],
    ['---\nt-day: "{{day of the show}}"\n---\n\n# Show on {{day of the show}}\n', 'day T: day of the show'],
    ['---\nt-day: {{day of the show}}\n---\n\n- [ ] A due:T-3d\n', 'day T: day of the show'],
    ['---\nt-day: 2027-05-16\n---\n\n- [ ] A\n', 'day T'],
    ['- [ ] A due:T-3d\n', 'day T'],
    ['| Task | Owner | Due |\n| --- | --- | --- |\n| Call | @sam | T+1w |\n', 'day T'],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(questions(text), asked);
    });
  }

  it('leaves code, comments and what speaks to programs', () => {
    const text = [
      '`{{code}}`',
      '',
      '```',
      '{{code}}',
      '```',
      '',
      '<!-- {{comment}} -->',
      '',
      'Text <!-- {{comment}} --> ${{ github.ref }} {{< figure >}} {{#each}} {{{raw}}} {{ .Title }} {{__}} {{}} \\{{no}}',
      '',
      '- list',
      '',
      '      {{code}}',
      '',
    ].join('\n');
    assert.deepEqual(questions(text), []);
    assert.equal(filled(text, { code: 'x', comment: 'y' }), text);
  });
});

describe('a playbook from a template of a team', () => {
  it('has its answers, and says no more that it is a template', () => {
    assert.equal(
      filled(
        '---\ntitle: {{product}} webinar\ntemplate: true # copy me\nowner: "{{host}}"\nt-day: 2027-01-01\n---\n\n# {{product}}\n\n{{host}} hosts it.\n\n- [ ] Invite @{{host}} due:T-2w\n- [ ] Thank {{who?}}\n',
        { 'product': 'Fridge 2', 'host': SAM, 'who?': '' },
        '2028-05-16',
      ),
      '---\ntitle: Fridge 2 webinar\nowner: "sam"\nt-day: 2028-05-16\n---\n\n# Fridge 2\n\nSam Cole hosts it.\n\n- [ ] Invite @sam due:T-2w\n- [ ] Thank {{who?}}\n',
    );
  });

  for (const [before, after] of [
    ['---\ntemplate: true\n---\n\n# A\n', '# A\n'],
    ['---\r\ntemplate: true\r\n---\r\n\r\n# A\r\n', '# A\r\n'],
    ['\ufeff---\ntemplate: true\n---\n# A\n', '\ufeff# A\n'],
    ['---\ntemplate: true\n---', ''],
    ['---\n"template": yes\ntitle: A\n---\n', '---\ntitle: A\n---\n'],
    ['---\n# copy\ntemplate: true\n---\n', '---\n# copy\ntemplate: false\n---\n'],
    ['---\n{ template: true, title: A }\n---\n', '---\n{ template: false, title: A }\n---\n'],
    ['---\ntemplate: true\ntitle: A\ntemplate: true\n---\n', '---\ntitle: A\n---\n'],
  ] as const) {
    it(`is no template: ${JSON.stringify(before)}`, () => {
      assert.equal(filled(before, {}), after);
      const index = new WorkspaceIndex(['file:///w']);
      index.setPlaybook('file:///w/a.playbook.md', after);
      assert.notEqual(index.playbookView('file:///w/a.playbook.md')?.roster.template, true);
    });
  }

  it('has day T where it said that it is a template', () => {
    const task = '\n- [ ] A due:T-3d\n';
    assert.equal(
      filled(`---\ntemplate: true\n---\n${task}`, {}, '2028-05-16'),
      `---\nt-day: 2028-05-16\n---\n${task}`,
    );
    assert.equal(
      filled(`---\r\ntitle: A\r\ntemplate: true\r\nowner: sam\r\n---\r\n${task}`, {}, '2028-05-16'),
      `---\r\ntitle: A\r\nt-day: 2028-05-16\r\nowner: sam\r\n---\r\n${task}`,
    );
    assert.equal(
      filled(`---\nt-day:\ntemplate: true\n---\n${task}`, {}, '2028-05-16'),
      `---\nt-day: 2028-05-16\n---\n${task}`,
    );
  });

  const ODD = [
    'Foo: bar',
    '"quoted"',
    "it's #1",
    '- x',
    'true',
    '2028',
    '{a}',
    '[a',
    'a, b',
    '*a',
    '&a',
    '@home',
    '\\n',
    'C:\\new',
    '%',
    '| x',
    '> x',
    '🙂 x',
    'مرحبا',
  ];
  for (const answer of ODD) {
    it(`reads ${answer} in YAML as it was typed`, () => {
      for (const line of [
        'title: {{x}}',
        'title: "{{x}}"',
        "title: '{{x}}'",
        'title: A {{x}}',
        'title: "A {{x}}"',
        'title: {{x}} # shown above',
        'tags: ["{{x}}", b]',
        'tags:\n  - {{x}}',
        'goals:\n  a: { name: "{{x}}", owner: sam }',
        'description: |\n  A {{x}}',
      ]) {
        const result = filled(`---\n${line}\ntemplate: true\n---\n`, { x: answer });
        const { root, problems } = parse(result).frontMatter ?? {};
        assert.deepEqual(problems, [], result);
        assert.ok(
          root && scalars(root).some((s) => s.trim() === answer || s.trim() === `A ${answer}`),
          result,
        );
      }
    });
  }

  it('changes no task and no owner, whatever is typed', () => {
    const text =
      '- [ ] Call {{x}}\n- [ ] {{x}}\n- {{x}}\n\n{{x}}\n\n| Task | Owner |\n| --- | --- |\n| Call {{x}} | @sam |\n';
    for (const [answer, task] of [
      ['due:2028-01-01', 'Call due\\:2028\\-01\\-01'],
      ['[x](y)', 'Call \\[x\\](y)'],
      ['a | b', 'Call a \\| b'],
      ['<!-- a', 'Call \\<!-- a'],
      ['`a', 'Call \\`a'],
      ['R&D, 50 % & more (a_b)', 'Call R&D, 50 % & more (a_b)'],
      ['Acme\n- more', 'Call Acme - more'],
    ] as const) {
      const result = filled(text, { x: answer });
      assert.equal(result.split('\n')[0], `- [ ] ${task}`);
      const tasks = resolveOwnership(parse(result), roster);
      const shown = answer.replace('\n', ' ');
      assert.deepEqual(
        tasks.map((t) => [t.text, t.owners.map((o) => o.handle).join()]),
        [
          [`Call ${shown}`, ''],
          [shown, ''],
          [`Call ${shown}`, 'sam'],
        ],
      );
    }
  });

  it('takes a mention and a known name for what they are', () => {
    assert.equal(filled('- [ ] Call {{x}}\n', { x: '@sam' }), '- [ ] Call @sam\n');
    assert.equal(filled('- [ ] {{x}}: call\n', { x: 'Sam Cole' }), '- [ ] Sam Cole: call\n');
  });

  it('says which blanks stay, as nothing typed there would read as meant', () => {
    const { text, unfilled } = fill('- [ ] Call goal:{{goal}} due:T-3d\n', { goal: 'new leads' });
    assert.equal(text, '- [ ] Call goal:{{goal}} due:T-3d\n');
    assert.deepEqual(unfilled, ['goal']);
    assert.equal(filled('- [ ] Call goal:{{goal}}\n', { goal: 'leads' }), '- [ ] Call goal:leads\n');
  });

  it('writes addresses', () => {
    assert.equal(
      filled('[CRM](https://crm.example/{{x}}) [deck]({{link}}) https://a.example/?c={{x}}\n', {
        x: 'Spring fair',
        link: 'https://a.example/b?c=(d)&e=1',
      }),
      '[CRM](https://crm.example/Spring%20fair) [deck](https://a.example/b?c=%28d%29&e=1) https://a.example/?c=Spring%20fair\n',
    );
  });

  it('fills in HTML as text', () => {
    assert.equal(
      filled('<details><summary>{{x}}</summary>\n<!-- {{x}} -->\n</details>\n', { x: '<b> & "c"' }),
      '<details><summary>&lt;b&gt; &amp; &quot;c&quot;</summary>\n<!-- {{x}} -->\n</details>\n',
    );
  });
});

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function scalars(node: YamlNode): string[] {
  if (node.kind === 'scalar') return [node.text];
  return node.kind === 'list' ? node.items.flatMap(scalars) : node.entries.flatMap((e) => scalars(e.value));
}

describe('random templates and answers', () => {
  // What stands around blanks leaves them room: an answer beside a mark would change what the mark means.
  const around = fc.constantFrom(
    ...[
      '- [ ] ',
      '# ',
      '- ',
      '> ',
      '1. ',
      'Call ',
      '\n',
      '\n\n',
      ' with ',
      '| a | ',
      ' |\n',
      '\n## ',
      '\n- [x] Old @sam due:T-1w\n',
      '\n```\n{{code}}\n```\n',
      ' `{{code}}` ',
      '\n<!-- {{code}} -->\n',
      ' for:@maria ',
      '\n\n| Task | Owner |\n| --- | --- |\n| ',
      ' | @sam |\n',
      'ä🙂 ',
      '\r\n',
    ],
  );
  const blank = fc.constantFrom('{{a}}', '{{b b}}', '{{Who?}}', '@{{person}}');
  const body = fc.array(fc.oneof(around, blank), { maxLength: 25 }).map((parts) => parts.join(''));
  const head = fc.constantFrom(
    '---\ntemplate: true\n---\n',
    '---\ntemplate: true\ntitle: {{a}}\nowner: "{{person}}"\n---\n\n',
    '---\ntitle: "{{a}} {{b b}}"\nt-day: 2027-01-01\ntemplate: true\n---\n',
  );
  const answer = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...Array.from('-#*_[]()<>|`~\\&;:!.1 ax{}"\'=+@^$%')), maxLength: 8 }),
    fc.constantFrom(
      'Acme',
      'R&D',
      '<!--',
      '```',
      '---',
      '- [ ] x',
      'due:T',
      '![x',
      'a: b',
      '&amp;',
      '</b>',
      '1. x',
      '',
    ),
  );
  const answers = fc.record({ 'a': answer, 'b b': answer, 'who?': answer });

  it('keep every byte outside of blanks', () => {
    fc.assert(
      fc.property(head, body, answers, fc.boolean(), (front, rest, given, isNamed) => {
        const template = `${front}${rest}`;
        const known = readOwnTemplate(template, roster);
        assert.equal(new Set(known.questions.map((q) => q.key)).size, known.questions.length);
        const { text } = fill(template, isNamed ? { ...given, person: SAM } : given);
        // The front matter's own blank line goes away with it.
        const isGone = front === '---\ntemplate: true\n---\n';
        const stays = rest.slice(isGone ? (/^\r?\n/.exec(rest)?.[0].length ?? 0) : 0);
        let at = known.bodyStart + rest.length - stays.length;
        let pattern = '';
        for (const { start, end } of known.blanks.filter((b) => b.place !== 'frontMatter')) {
          pattern += `${escapeRegExp(template.slice(at, start))}[^]*?`;
          at = end;
        }
        assert.match(text, new RegExp(`${pattern}${escapeRegExp(template.slice(at))}$`));
        if (Object.values(given).every((a) => a.trim() === '') && !isNamed)
          assert.equal(text, `${front.replace('template: true\n', '').replace('---\n---\n', '')}${stays}`);
      }),
      { numRuns: 300 },
    );
  });

  it('give front matter that parses, and the same tasks and days', () => {
    fc.assert(
      fc.property(head, body, answers, (front, rest, given) => {
        const template = `${front}${rest}`;
        const before = parse(template.replace(/^title: \{\{a\}\}$/m, 'title: a'));
        const after = parse(fill(template, { ...given, person: SAM }, '2028-05-16').text);
        const isNew = (p: { message: string }) =>
          before.frontMatter?.problems.every((q) => q.message !== p.message);
        assert.deepEqual(after.frontMatter?.problems.filter(isNew) ?? [], []);
        const shape = (p: typeof before) =>
          resolveOwnership(p, roster).map((t) => [t.kind, t.done, t.dueText?.text]);
        assert.deepEqual(shape(after), shape(before));
      }),
      { numRuns: 300 },
    );
  });

  it('show the answers as text in any reader of Markdown', () => {
    const md = new MarkdownIt({ html: true });
    const calm = fc.string({ maxLength: 12 }).map((s) => s.replaceAll('@', ''));
    const sharp = answer.map((s) => s.replaceAll('@', ''));
    const line = fc.constantFrom(
      '# {{a}}\n',
      '- {{a}}\n',
      'Call {{a}} soon\n',
      '> {{a}}\n',
      '{{a}}\n',
      '1. {{a}}\n',
      '| x |\n| --- |\n| {{a}} |\n',
      '- [ ] Call {{a}}\n',
      '*Note* {{a}} [x](y)\n',
    );
    fc.assert(
      fc.property(line, fc.oneof(calm, sharp), (text, given) => {
        const { text: result, unfilled } = fill(text, { a: given });
        const shown = given.replace(/\s+/g, ' ').trim();
        if (unfilled.length > 0 || shown === '') {
          assert.equal(result, text);
          return;
        }
        const wanted = md
          .render(text.replace('{{a}}', 'ZZZ'))
          .replace('ZZZ', () => md.utils.escapeHtml(shown));
        assert.equal(md.render(result), wanted);
      }),
      { numRuns: 1000 },
    );
  });
});
