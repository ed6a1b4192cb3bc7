import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { MAX_GLOB_CHOICES, MAX_GLOB_LENGTH, readGlob } from '../../src/workspace/glob.ts';
import { compileGlobs, globFlaws, MAX_GLOB_SIGNS, MAX_GLOBS } from '../../src/workspace/globs.ts';
import { said } from './rosterFixture.ts';

function matches(glob: string, file: string): boolean {
  const read = readGlob(glob);
  if (typeof read === 'string') assert.fail(`${glob}: ${read}`);
  return read.matches(file.split('/'));
}

describe('a glob', () => {
  // What Node calls a glob knows more signs; on ours the two agree.
  it('means what it means to Node', () => {
    const pieces = [
      'a',
      'b',
      '.',
      '-',
      '*',
      '?',
      '[ab]',
      '[!a]',
      '[^b]',
      '[a-c]',
      '{a,b}',
      '{a,b-}',
      '{a,{b,-}}',
    ];
    const part = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 })
      .map((p) => p.join(''))
      .filter((p) => p !== '.' && p !== '..' && !p.includes('**'));
    const glob = fc
      .array(fc.oneof(fc.constant('**'), part), { minLength: 1, maxLength: 4 })
      .map((p) => p.join('/'));
    const name = fc
      .array(fc.constantFrom('a', 'b', 'c', '.', '-', 'é'), { minLength: 1, maxLength: 4 })
      .map((n) => n.join(''))
      .filter((n) => n !== '.' && n !== '..');
    const file = fc.array(name, { minLength: 1, maxLength: 4 }).map((n) => n.join('/'));
    fc.assert(
      fc.property(glob, file, (g, f) => {
        fc.pre(readGlob(g) !== 'globTooManyChoices');
        const isName = !/[*?[{]/.test(g.slice(g.lastIndexOf('/') + 1));
        const forms = isName ? [g, `${g}/**`] : [g];
        assert.equal(
          matches(g, f),
          forms.some((form) => path.posix.matchesGlob(f, form)),
        );
      }),
      { numRuns: 5_000 },
    );
  });

  it('knows five signs, and every other stands for itself', () => {
    const signs = [
      '(a+)+b',
      'a|b',
      '!(a)',
      '+(a)',
      '@(a)',
      '{a}',
      '{1..3}',
      '{a',
      'a}',
      'a,b',
      '[a',
      'a]',
      '\\*',
      '^a$',
      '.+',
    ];
    for (const text of signs) {
      assert.equal(matches(`h/${text}.md`, `h/${text.replace('*', 'x')}.md`), true, text);
      assert.equal(matches(`h/${text}.md`, 'h/a.md'), false, text);
    }
    assert.equal(matches('(old) plans', '(old) plans/a.md'), true);
    assert.equal(matches('[]a]', ']'), true);
    assert.equal(matches('[a/b]', '[a/b]'), true);
    assert.equal(matches('[{a,b}]', ','), true);
    assert.equal(matches('?', '🚀'), true);
  });

  // An expression made of any of these would look at some names for years.
  it('never takes more steps than its signs times those of the path', () => {
    const letters = 'a'.repeat(20_000);
    const hostile = [
      '(a+)+b.md',
      `${'a*'.repeat(90)}b`,
      `${'*a'.repeat(90)}b`,
      `${'?*'.repeat(90)}b`,
      `${'[a-z]*'.repeat(30)}b`,
      '['.repeat(190),
      '{'.repeat(190),
      '{a,'.repeat(60),
      '{a,b'.repeat(40),
    ];
    for (const glob of hostile) assert.equal(matches(glob, letters), false, glob);
    const deep = Array.from({ length: 2_000 }, () => 'a').join('/');
    assert.equal(matches(`${'**/a/'.repeat(35)}b`, deep), false);
    assert.equal(matches(`${'**/'.repeat(60)}a`, deep), true);
  });

  it('is bounded', () => {
    assert.equal(readGlob('a'.repeat(MAX_GLOB_LENGTH + 1)), 'globTooLong');
    assert.equal(typeof readGlob('{a,b}'.repeat(6)), 'object');
    assert.equal(readGlob('{a,b}'.repeat(7)), 'globTooManyChoices');
    assert.equal(readGlob('{a,b}'.repeat(40)), 'globTooManyChoices');
    assert.equal(readGlob(`{${','.repeat(MAX_GLOB_CHOICES)}}`), 'globTooManyChoices');
  });

  it('stays in its folder', () => {
    for (const glob of ['../a.md', 'a/../../b', '..', './../a', '**/../a']) {
      assert.equal(readGlob(glob), 'globOutside', glob);
    }
    assert.equal(typeof readGlob('a..b/...'), 'object');
    const globs = compileGlobs([{ folder: '/acme/eu/', playbooks: ['//host/x.md', '/x.md'], exclude: [] }]);
    assert.equal(globs.isPlaybook('//host/x.md'), false);
    assert.equal(globs.isPlaybook('/x.md'), false);
    assert.equal(globs.isPlaybook('/acme/eu/x.md'), true);
  });
});

describe('the globs of a roster', () => {
  it('are bounded together', () => {
    const many = Array.from({ length: MAX_GLOBS + 2 }, (_, i) => `a${i}.md`);
    assert.deepEqual([...globFlaws(many).keys()], [MAX_GLOBS, MAX_GLOBS + 1]);
    const long = Array.from({ length: MAX_GLOBS }, () => `{${'a,'.repeat(90)}}`.padEnd(MAX_GLOB_LENGTH, 'x'));
    const used = long.length - globFlaws(long).size;
    assert.ok(used > 0 && used * 90 * 18 <= MAX_GLOB_SIGNS * 2, String(used));
  });

  it('say what cannot be used, where it stands, and the others count', () => {
    const long = 'x'.repeat(MAX_GLOB_LENGTH + 1);
    const braces = '{a,b}'.repeat(7);
    assert.deepEqual(said(`playbooks: ["a/*.md", ${long}, "${braces}", "../b/*.md", "!../c"]\n`), [
      `globTooLong: ${long}`,
      `globTooManyChoices: ${braces}`,
      'globOutside: ../b/*.md',
      'globOutside: !../c',
    ]);
    const many = Array.from({ length: MAX_GLOBS + 5 }, (_, i) => `a${i}.md`);
    assert.deepEqual(said(`exclude: [${many.join(', ')}]\n`), [`tooManyGlobs: a${MAX_GLOBS}.md`]);
  });
});
