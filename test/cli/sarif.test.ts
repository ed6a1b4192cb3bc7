import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT } from '../../scripts/lib/paths.ts';
import { RULE_PAGES } from '../../scripts/ruleDocs.ts';
import { fileUri } from '../../src/cli/fileUri.ts';
import { allRules } from '../../src/rules/all.ts';
import { readExamples } from '../docs/ruleExamples.ts';
import { copyAcme, makeFolder, type Folder } from './program.ts';
import { resolve, sarifOf, schemaErrors, type Sarif, type SarifRun } from './sarifSchema.ts';

const WINDOWS = process.platform === 'win32';

const FAIR = `
  //- /roster.yml
  people:
    maria: { name: Maria López, left: 2020-01-01 }
  //- /eu/fair.playbook.md
  # Fair

  - [ ] Print copies
  - [ ] Call the hall @maria
`;

const where = (run: SarifRun): string[] =>
  run.results.map(({ ruleId, locations: [{ physicalLocation }] }) => {
    const { startLine, startColumn } = physicalLocation.region ?? {};
    return `${physicalLocation.artifactLocation.uri}:${startLine ?? 0}:${startColumn ?? 0} ${ruleId}`;
  });

const fingerprintsOf = (run: SarifRun): string[] =>
  run.results.flatMap((r) => Object.values(r.partialFingerprints));

void test('sarif: the whole of a report', (t) => {
  const folder = makeFolder(t, FAIR);
  const { code, output, notes } = folder.run(['check', '--format', 'sarif']);
  const report = JSON.parse(output) as Sarif;
  assert.deepEqual(schemaErrors(report), []);
  const [run, ...others] = report.runs;
  assert.deepEqual(others, []);
  const { rules, ...driver } = run.tool.driver;
  const fingerprints = fingerprintsOf(run);
  assert.deepEqual(
    { ...report, runs: [{ ...run, tool: { driver } }] },
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Playbook',
              fullName: 'Playbook: Marketing & Sales',
              version: folder.output(['--version']).trim(),
              informationUri: 'https://github.com/open-playbook/marketing-sales-playbook',
            },
          },
          invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
          originalUriBaseIds: { '%SRCROOT%': { uri: `${pathToFileURL(folder.root).href}/` } },
          newlineSequences: ['\r\n', '\n', '\r'],
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: 'owner-missing',
              ruleIndex: rules.findIndex((r) => r.id === 'owner-missing'),
              level: 'warning',
              message: {
                text: 'Nobody owns "Print copies". Write who does it at the end, such as @maria.',
              },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'eu/fair.playbook.md', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 19 },
                  },
                },
              ],
              partialFingerprints: { 'problemLineHash/v1': fingerprints[0] },
            },
            {
              ruleId: 'owner-unavailable',
              ruleIndex: rules.findIndex((r) => r.id === 'owner-unavailable'),
              level: 'warning',
              message: {
                text: 'Maria López left on 2020-01-01 and still owns "Call the hall". Give it to somebody else.',
              },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'eu/fair.playbook.md', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 4, startColumn: 21, endLine: 4, endColumn: 27 },
                  },
                },
              ],
              relatedLocations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'roster.yml', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 },
                  },
                  message: { text: 'The roster says so here.' },
                },
              ],
              partialFingerprints: { 'problemLineHash/v1': fingerprints[1] },
            },
          ],
        },
      ],
    },
  );
  for (const fingerprint of fingerprints) assert.match(fingerprint, /^[0-9a-f]{32}:1$/);
  assert.equal(notes, '');
  assert.equal(code, 1);
});

void test('sarif: every rule, with the page that explains it', (t) => {
  const { rules } = sarifOf(makeFolder(t, FAIR)).tool.driver;
  assert.deepEqual(
    rules.map(({ id, shortDescription: { text }, defaultConfiguration }) => [id, text, defaultConfiguration]),
    allRules.map(({ id, summary, severity }) => [
      id,
      summary,
      severity === 'off'
        ? { enabled: false }
        : { level: severity === 'information' || severity === 'hint' ? 'note' : severity },
    ]),
  );
  assert.ok(rules.some((r) => r.defaultConfiguration.enabled === false));
  for (const { id, helpUri } of rules) {
    const [, page = ''] = helpUri.split('/blob/main/');
    assert.equal(path.basename(page), `${id}.md`);
    assert.ok(existsSync(path.join(ROOT, page)), helpUri);
  }
});

/** The mistakes of all pages about rules, each beside its roster. */
function writeMistakes(folder: Folder): void {
  for (const page of readdirSync(path.join(ROOT, RULE_PAGES))) {
    const examples = readExamples(readFileSync(path.join(ROOT, RULE_PAGES, page), 'utf8'));
    for (const [i, { language, text, roster }] of examples.entries()) {
      const at = `${path.basename(page, '.md')}/${i}`;
      folder.write(`${at}/roster.yml`, language === 'yaml' ? text : (roster ?? 'people: {}\n'));
      if (language === 'markdown') folder.write(`${at}/example.playbook.md`, text);
    }
  }
}

void test('sarif: what every rule reports is valid, and points to its rule', (t) => {
  const folder = makeFolder(t);
  writeMistakes(folder);
  const off = allRules.filter((r) => r.severity === 'off').flatMap((r) => ['--rule', `${r.id}=hint`]);
  const run = sarifOf(folder, off);
  const reported = new Set(run.results.map((r) => r.ruleId));
  // The example of some rules is a matter of the calendar.
  assert.ok(reported.size >= 25, [...reported].join());
  for (const { ruleId, ruleIndex, level } of run.results) {
    const rule = run.tool.driver.rules[ruleIndex];
    assert.equal(rule?.id, ruleId);
    assert.equal(level, rule.defaultConfiguration.level ?? 'note');
  }
  assert.ok(run.results.some((r) => r.relatedLocations));
  const prints = fingerprintsOf(run);
  assert.equal(new Set(prints).size, prints.length);
});

/** Ways to break the report; the schema must notice each. */
const BROKEN: Readonly<Record<string, (text: string) => string>> = {
  'another version': (s) => s.replace('"version": "2.1.0"', '"version": "2.2.0"'),
  'no results where there is a tool': (s) => s.replace('"tool": {', '"tools": {'),
  'a level that there is not': (s) => s.replace('"level": "warning"', '"level": "information"'),
  'a line zero': (s) => s.replace('"startLine": 3', '"startLine": 0'),
  'a region that begins nowhere': (s) => s.replace(/"startLine": 3,\s*"startColumn": 7,\s*/, ''),
  'a column that is no number': (s) => s.replace('"startColumn": 7', '"startColumn": "7"'),
  'a space in an address': (s) => s.replace('eu/fair.playbook.md', 'eu/the fair.playbook.md'),
  'a percent sign in an address': (s) => s.replace('eu/fair.playbook.md', 'eu/50%-off.playbook.md'),
  'a page without scheme': (s) => s.replace('"helpUri": "https://', '"helpUri": "//'),
  'a result without message': (s) => s.replace('"message": {', '"text": {'),
  'an unknown unit of columns': (s) => s.replace('utf16CodeUnits', 'bytes'),
  'a fingerprint that is no text': (s) => s.replace(/("problemLineHash\/v1": )"\w+:1"/, '$11'),
  'an invocation that says nothing of its success': (s) => s.replace('"executionSuccessful": true,', ''),
};

for (const [name, breakIt] of Object.entries(BROKEN)) {
  void test(`the SARIF schema notices ${name}`, (t) => {
    const text = makeFolder(t, FAIR).output(['check', '--format', 'sarif']);
    assert.deepEqual(schemaErrors(JSON.parse(text)), []);
    assert.notEqual(breakIt(text), text);
    assert.notDeepEqual(schemaErrors(JSON.parse(breakIt(text))), []);
  });
}

void test('sarif: any file name becomes an address that leads back to it', (t) => {
  const names = [
    'a b/with space.playbook.md',
    '100%/50%25 off.playbook.md',
    'c#/a#b.playbook.md',
    'Köln/Straße.playbook.md',
    'Ko\u0308ln.playbook.md',
    "日本/🎉 it's [1] {2} (3) ^~`!$&+,;=@.playbook.md",
    ...(WINDOWS ? [] : ['a:b.playbook.md', 'what?.playbook.md', 'a|b<c>"d*.playbook.md', 'a\\b.playbook.md']),
    ...(WINDOWS ? [] : ['new\nline\u001b[31m.playbook.md']),
  ];
  const folder = makeFolder(t);
  for (const name of names) folder.write(name, '- [ ] Print copies\n');
  const run = sarifOf(folder);
  assert.deepEqual(
    run.results.map((r) => fileURLToPath(resolve(run, r.locations[0]))).sort(),
    names.map((name) => path.normalize(folder.path(name))).sort(),
  );
  for (const { locations } of run.results) {
    const { uri, uriBaseId } = locations[0].physicalLocation.artifactLocation;
    assert.equal(uriBaseId, '%SRCROOT%');
    assert.match(uri, /^(?:[\w.~!*'()/-]|%[0-9A-F]{2})+$/);
  }
});

void test('sarif: a base folder whose own name needs care, and files outside of it', (t) => {
  const folder = makeFolder(t, '', false);
  folder.write('our %20 files/a.playbook.md', '- [ ] Print copies\n');
  folder.write('the others/b #1.playbook.md', '- [ ] Fold them\n');
  // Its name begins like that of the base, but it is another folder.
  folder.write('our %20 files too/c.playbook.md', '- [ ] Send them\n');
  const others = ['../the others/b #1.playbook.md', '../our %20 files too'];
  const run = sarifOf(folder, ['.', ...others], { cwd: 'our %20 files' });
  assert.deepEqual(
    run.results.map((r) => fileURLToPath(resolve(run, r.locations[0]))),
    ['our %20 files too/c.playbook.md', 'the others/b #1.playbook.md', 'our %20 files/a.playbook.md'].map(
      folder.path,
    ),
  );
  const outside = run.results.map((r) => r.locations[0].physicalLocation.artifactLocation).slice(0, 2);
  for (const { uri, uriBaseId } of outside) {
    assert.match(uri, /^file:\/\/\//);
    assert.equal(uriBaseId, undefined);
  }
  assert.match(run.originalUriBaseIds['%SRCROOT%']?.uri ?? '', /^file:\/\/\/.*\/our%20%2520%20files\/$/);
});

void test('the address of a path on any system', () => {
  assert.equal(fileUri('/'), 'file:///');
  assert.equal(fileUri('/home/maria/a b.md'), 'file:///home/maria/a%20b.md');
  assert.equal(fileUri('C:/Users/María/a:b.md'), 'file:///C:/Users/Mar%C3%ADa/a%3Ab.md');
  assert.equal(fileUri('//server/share/a.md'), 'file://server/share/a.md');
  // Windows lets half of a character stand in a name.
  assert.equal(fileUri('C:/\ud83c.md'), 'file:///C:/%EF%BF%BD.md');
});

void test('sarif: paths begin at the checkout, wherever the job runs', (t) => {
  const folder = makeFolder(t, '//- /docs/eu/fair.playbook.md\n- [ ] Print copies\n');
  const uris = (checkout: string): string[] => {
    const run = sarifOf(folder, [], { cwd: 'docs', env: { GITHUB_WORKSPACE: checkout } });
    const uri = run.results[0]?.locations[0].physicalLocation.artifactLocation.uri ?? '';
    return [run.originalUriBaseIds['%SRCROOT%']?.uri ?? '', uri];
  };
  const address = (name: string): string => `${pathToFileURL(folder.path(name)).href.replace(/\/$/, '')}/`;
  assert.deepEqual(uris(folder.root), [address(''), 'docs/eu/fair.playbook.md']);
  assert.deepEqual(uris(`${folder.root}/`), [address(''), 'docs/eu/fair.playbook.md']);
  assert.deepEqual(uris(''), [address('docs'), 'eu/fair.playbook.md']);
  assert.deepEqual(uris(folder.path('docs/eu')), [address('docs'), 'eu/fair.playbook.md']);
  assert.deepEqual(uris(folder.path('doc')), [address('docs'), 'eu/fair.playbook.md']);
});

void test('sarif: a fingerprint stays when lines move, and tells problems apart', (t) => {
  const folder = makeFolder(t);
  const prints = (text: string): string[] => {
    folder.write('a.playbook.md', text);
    return fingerprintsOf(sarifOf(folder));
  };
  const before = prints('- [ ] Print copies\n- [ ] Fold them\n- [ ] Print copies\n');
  const [print, fold, again] = before;
  assert.equal(new Set(before).size, 3);
  assert.equal(again, print?.replace(/:1$/, ':2'));
  // Lines above, another line end, other spaces.
  assert.deepEqual(prints('# Fair\r\n\r\nHello.\r\n\r\n   - [ ]   Print copies \r\n'), [print]);
  // Other tasks before and behind it.
  assert.deepEqual(prints('Hello.\n\n- [ ] Print copies\n- [ ] Sing @sam\n- [ ] Fold them\n'), [print, fold]);
  // Who could own it is in the message, and changes with the roster.
  folder.write('roster.yml', 'people: { kate: { name: Kate } }\n');
  assert.deepEqual(prints('- [ ] Print copies\n- [ ] Fold them\n- [ ] Print copies\n'), before);
  // Other words, another file, and another rule are another problem.
  assert.notDeepEqual(prints('- [ ] Print all copies\n'), [print]);
  folder.write('a.playbook.md', '');
  folder.write('b.playbook.md', '- [ ] Print copies\n');
  assert.notDeepEqual(fingerprintsOf(sarifOf(folder)), [print]);
});

void test('sarif: two problems of one rule in one line', (t) => {
  const folder = makeFolder(t, '//- /roster.yml\npeople: { sam: }\n');
  folder.write('a.playbook.md', '- [ ] Print copies @mia @moe\n');
  const prints = fingerprintsOf(sarifOf(folder));
  assert.equal(prints.length, 2);
  assert.equal(new Set(prints).size, 2);
});

void test('sarif: what cannot be read', (t) => {
  const folder = makeFolder(t, '//- /in/good.playbook.md\n- [ ] Print copies\n');
  folder.write('in/16 bit.playbook.md', Buffer.from('\ufeff- [ ] A\n', 'utf16le'));
  mkdirSync(folder.path('in/.git'));
  // What lies beside the workspace is walked, too: only what this test put there.
  const run = sarifOf(folder, ['.', 'nope#1', '../nope', '..'], { cwd: 'in' });
  assert.equal(run.invocations[0].executionSuccessful, false);
  assert.deepEqual(
    run.invocations[0].toolExecutionNotifications.map(({ level, message, locations }) => [
      level,
      message.text,
      fileURLToPath(resolve(run, locations[0])),
    ]),
    [
      ['error', '../nope: There is no such file or folder.', folder.path('nope')],
      [
        'error',
        '16 bit.playbook.md: It is saved as UTF-16, which cannot be read here. Save it as UTF-8.',
        folder.path('in/16 bit.playbook.md'),
      ],
      ['error', 'nope#1: There is no such file or folder.', folder.path('in/nope#1')],
    ],
  );
  // The rest is there all the same.
  assert.ok(where(run).includes('good.playbook.md:1:7 owner-missing'));
  assert.equal(folder.run(['check', '--format', 'sarif', 'nope', '.'], { cwd: 'in' }).code, 2);
});

void test('sarif: the base itself cannot be read as a file', (t) => {
  const folder = makeFolder(t);
  folder.write('x/nothing.md', '');
  const run = sarifOf(folder, ['--stdin-path', '.', '-'], { cwd: 'x', stdin: '- [ ] A\n' });
  const [note] = run.invocations[0].toolExecutionNotifications;
  assert.ok(note);
  assert.equal(fileURLToPath(resolve(run, note.locations[0])), folder.path('x'));
});

void test('sarif: what is only worth saying is no failure', (t) => {
  const folder = makeFolder(t);
  folder.write('big.playbook.md', '');
  truncateSync(folder.path('big.playbook.md'), 11_000_000);
  folder.write('latin.playbook.md', Buffer.from('- [ ] Drink caf\xe9\n', 'latin1'));
  const [{ executionSuccessful, toolExecutionNotifications }] = sarifOf(folder).invocations;
  assert.equal(executionSuccessful, true);
  assert.deepEqual(
    toolExecutionNotifications.map(({ level, message }) => [level, message.text]),
    [
      ['warning', 'big.playbook.md: It was left out because it is too large: 11.0 MB. The limit is 10 MB.'],
      [
        'warning',
        'latin.playbook.md: Some characters in it are not UTF-8 and cannot be read. Save it as UTF-8.',
      ],
    ],
  );
});

void test('sarif: a folder without playbooks has a report without results', (t) => {
  const folder = makeFolder(t, '//- /README.md\nHello\n');
  assert.deepEqual(sarifOf(folder).results, []);
  const { code, notes } = folder.run(['check', '--format', 'sarif']);
  assert.match(notes, /^No playbooks found in this folder\./);
  assert.equal(code, 0);
});

void test('sarif: the text on standard input stands for the file', (t) => {
  const folder = makeFolder(t, FAIR);
  const run = sarifOf(folder, ['--stdin-path', 'us/new one.playbook.md', '-'], {
    stdin: '\ufeff- [ ] 🎉 @maria\n',
  });
  assert.deepEqual(where(run), ['us/new%20one.playbook.md:1:10 owner-unavailable']);
  assert.equal(run.results[0]?.relatedLocations?.[0]?.physicalLocation.artifactLocation.uri, 'roster.yml');
});

void test('sarif: --rule decides the level, and which rules there are stays the same', (t) => {
  const folder = makeFolder(t, FAIR);
  const levels = (severity: string): string[] =>
    sarifOf(folder, ['--rule', `owner-missing=${severity}`])
      .results.filter((r) => r.ruleId === 'owner-missing')
      .map((r) => r.level);
  assert.deepEqual(levels('error'), ['error']);
  assert.deepEqual(levels('information'), ['note']);
  assert.deepEqual(levels('hint'), ['note']);
  assert.deepEqual(levels('off'), []);
  assert.deepEqual(sarifOf(folder, ['--rule', 'owner-missing=off']).tool.driver, sarifOf(folder).tool.driver);
});

void test('sarif: the example company', (t) => {
  const folder = makeFolder(t);
  copyAcme(folder);
  assert.equal(sarifOf(folder).results.filter((r) => r.ruleId === 'owner-missing').length, 3);
});
