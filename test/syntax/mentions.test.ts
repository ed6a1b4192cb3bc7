import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../src/syntax/parse.ts';
import { saysNobody } from '../../src/syntax/mentions.ts';
import { openFixture, outline } from '../fixture.ts';
import { showMention, taskWords, tasksOf } from './show.ts';

const mentionsIn = (text: string): string => taskWords(text).mentions.map(showMention).join(', ');

const DECOMPOSED = 'mari\u0301a';

/** Text of a task, then the mentions in it. */
const CASES: Readonly<Record<string, readonly (readonly [text: string, mentions: string])[]>> = {
  'the shape of a handle': [
    ['call @maria today', 'maria'],
    ['@maria', 'maria'],
    ['call @MariaLopez', 'MariaLopez'],
    ['call @amy.waller today', 'amy.waller'],
    ['call @amy-lee and @amy_lee', 'amy-lee, amy_lee'],
    ['call @4eyes and @2fast', '4eyes, 2fast'],
    ['call @a', 'a'],
    ['call <!-- whoever it is -->@maria', 'maria'],
    ['call @maria_ today', 'maria_'],
    ['call @-maria', ''],
    ['call @.maria', ''],
    ['call @ maria, @ 2pm', ''],
    ['call @', ''],
  ],
  'it does not end in a dot or hyphen': [
    ['call @maria.', 'maria'],
    ['call @maria...', 'maria'],
    ['call @maria-', 'maria'],
    ['call @maria-.-', 'maria'],
    ['call @amy.waller.', 'amy.waller'],
  ],
  'Latin script with any accent': [
    ['call @maría', 'maría'],
    [`call @${DECOMPOSED} today`, DECOMPOSED],
    ['call @Łukasz, @Jürgen, @ßtraße, @ÅsaØ and @İpek', 'Łukasz, Jürgen, ßtraße, ÅsaØ, İpek'],
    ['call @мария', ''],
    ['call @Ελένη', ''],
    ['call @王', ''],
    // What another script adds is no part of the handle.
    ['call @mariaя', 'maria'],
  ],
  'a team of an organization': [
    ['ask @org/team now', 'org/team'],
    ['ask @kubernetes/sig-x now', 'kubernetes/sig-x'],
    ['ask @org/ now', 'org'],
    ['ask @org/team/more now', 'org/team'],
    ['ask @org/-x now', 'org'],
    ['@maria/@sam', 'maria, sam'],
  ],
  'what stands before it': [
    ['mail maria@acme', ''],
    ['mail maria.@acme', ''],
    ['mail 5@acme', ''],
    ['mail _@acme', 'acme'],
    ['mail @@acme', ''],
    ['mail /@acme', ''],
    ['mail ñ@acme', ''],
    ['mail я@acme', ''],
    ['mail 𝒳@acme', ''],
    ['mail (@acme) [@b] {@c} "@d" \'@e\' “@f”', 'acme, b, c, d, e, f'],
    ['mail -@acme :@b ,@c ;@d !@e ?@f +@g &@h |@i =@j', 'acme, b, c, d, e, f, g, h, i, j'],
    ['mail **@acme** *@b* __@c__', 'acme, b, c'],
    ['mail ~~@acme~~ @b', 'b'],
    ['mail 😀@acme', 'acme'],
  ],
  'what stands behind it is text': [
    ["print @maria's copies", 'maria'],
    ['print @maria’s copies', 'maria'],
    ['@maria: print', 'maria'],
    ['@maria, print', 'maria'],
    ['@maria; print @sam! @lee? (@pat)', 'maria, sam, lee, pat'],
    ['@maria@sam', 'maria'],
    ['@maria_: print', 'maria_'],
    ['print _for @maria_', 'maria'],
  ],
  'no mention in code': [
    ['run `@maria` now', ''],
    ['run ``@maria ` @sam`` now', ''],
    ['run `@maria and @sam', 'maria, sam'],
    ['run `x` @maria `y`', 'maria'],
    ['run \\`@maria`', 'maria'],
  ],
  'no mention in links, URLs and e-mails': [
    ['see [docs](https://x.example/@maria)', ''],
    ['see [docs](/@maria "by @sam")', ''],
    ['see [docs](<@maria>)', ''],
    ['see [docs](@maria)', ''],
    ['see ![logo](@maria)', ''],
    ['see https://medium.example/@maria/x', ''],
    ['see https://x.example/?u=@maria', ''],
    ['see http://x.example/a@b', ''],
    ['see www.x.example/@maria', ''],
    ['see <https://x.example/@maria>', ''],
    ['call #show<!-- ask @sam -->', ''],
    ['see <maria@acme.example>', ''],
    ['see maria@acme.example', ''],
    ['see mailto:maria@acme.example', ''],
    ['see <a href="@maria">x</a>', ''],
    ['see [@bbehr](https://x.example)', 'bbehr'],
    ['see [by @bbehr and @lee](https://x.example)', 'bbehr, lee'],
    ['see [@bbehr][ref]', 'bbehr'],
    ['see https://x.example, @maria', 'maria'],
    ['see (https://x.example/(a)) @maria', 'maria'],
  ],
  'no mention in comments': [
    ['print <!-- @maria --> copies', ''],
    ['print <!-- @maria --> copies @sam', 'sam'],
    ['print <!-- @maria copies', 'maria'],
  ],
  'calls to everybody are no mentions': [
    ['tell @all @here @channel @everyone', ''],
    ['tell @All @EVERYONE', ''],
    ['tell @all-hands and @here.co', 'all-hands, here.co (domain)'],
  ],
  'a handle that ends like a domain': [
    ['join @2i2c.org', '2i2c.org (domain)'],
    ['join @acme.com and @Acme.IO', 'acme.com (domain), Acme.IO (domain)'],
    ['join @amy.waller', 'amy.waller'],
    ['join @com', 'com'],
  ],
  'placeholders': [
    ['print @____', '____ (placeholder)'],
    ['print @_', '_ (placeholder)'],
    ['print @<name>', '<name> (placeholder)'],
    ['print @<your name here>', '<your name here> (placeholder)'],
    ['print @[name]', '[name] (placeholder)'],
    ['print @{name} and @{…}', '{name} (placeholder), {…} (placeholder)'],
    ['print @tbd @TBD @tba', 'tbd (placeholder), TBD (placeholder), tba (placeholder)'],
    ['print @owner @dri @handle', 'owner (placeholder), dri (placeholder), handle (placeholder)'],
    ['print @Owner @DRI', 'Owner (placeholder), DRI (placeholder)'],
    ['print @tbd-team @owners', 'tbd-team, owners'],
    ['print @__x', ''],
    ['print x@tbd', ''],
    ['print `@tbd`', ''],
  ],
  'somebody picked from a list': [
    ['print @[Maria López](https://x.example)', 'Maria López'],
    ['print @[@lee](https://x.example)', 'lee'],
    ['print \\@[@lee](https://x.example)', 'lee'],
    ['print @[](https://x.example)', '[] (placeholder)'],
    ['print @[____](https://x.example)', '[____] (placeholder)'],
    ['print @[tbd](https://x.example)', '[tbd] (placeholder)'],
  ],
  'in a token it is the token’s': [
    ['print for:@sam help:@lee consult:@a,@b', ''],
    ['print @maria for:@sam', 'maria'],
  ],
};

describe('mentions', () => {
  for (const [what, cases] of Object.entries(CASES)) {
    describe(what, () => {
      for (const [text, mentions] of cases) {
        it(text, () => {
          assert.equal(mentionsIn(text), mentions);
        });
      }
    });
  }

  it('are ranged from their @ to their last unit', () => {
    const playbook = parse('- [ ] x\n  > - [ ] 😀 call @maría, [@bbehr](u) and @<you> for:@sam\n');
    const slices = tasksOf(playbook).flatMap((t) =>
      t.words.mentions.map((m) => playbook.lines.slice(m.range)),
    );
    assert.deepEqual(slices, ['@maría', '@bbehr', '@<you>']);
  });
});

describe('mentions and the roster', () => {
  const owners = (roster: string, task: string): string =>
    outline(openFixture(`---\n${roster}\n---\n- [ ] ${task}`).view());

  it('are compared without case and with Unicode normalised', () => {
    const roster = 'people: { María: { name: María López } }';
    assert.equal(owners(roster, 'print @MARÍA'), '[ ] print => María via task');
    assert.equal(owners(roster, `print @${DECOMPOSED}`), '[ ] print => María via task');
    assert.equal(
      owners(`people: { ${DECOMPOSED}: {} }`, 'print @maría'),
      `[ ] print => ${DECOMPOSED} via task`,
    );
  });

  it('that look like a domain count once a roster defines them', () => {
    assert.equal(owners('title: x', 'print @2i2c.org'), '[ ] print @2i2c.org => nobody');
    assert.equal(owners('teams: { 2i2c.org: {} }', 'print @2i2c.org'), '[ ] print => 2i2c.org via task');
  });

  it('that are placeholders count once a roster defines them', () => {
    assert.equal(owners('default-owner: pat', 'print @dri'), '[ ] print => nobody');
    assert.equal(
      owners('{ default-owner: pat, roles: { dri: [] } }', 'print @dri'),
      '[ ] print => dri via task',
    );
    assert.equal(owners('people: { handle: {} }', 'print @handle'), '[ ] print => handle via task');
  });
});

describe('saysNobody', () => {
  for (const text of [
    '',
    ' ',
    '-',
    '--',
    '–',
    '—',
    '?',
    '??',
    'N/A',
    'n/a',
    'NA',
    'TBD',
    'tbd',
    'TBC',
    'tba',
  ]) {
    it(`"${text}" means nobody`, () => {
      assert.equal(saysNobody(text), true);
    });
  }
  for (const text of ['Nadia', 'x', 'TBD soon', 'none of us', '-x', 'A/N']) {
    it(`"${text}" is somebody`, () => {
      assert.equal(saysNobody(text), false);
    });
  }
});
