import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../src/syntax/parse.ts';
import { replaceAndClear, showGroups, taskWords } from './show.ts';

/** Text of a task, the group in an owner's place, and what the task says without it. */
type Case = readonly [text: string, group: string, rest?: string];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'a leading group owns': [
    ['@maria: write copy', 'leading maria', 'write copy'],
    ['@maria write copy', 'leading maria', 'write copy'],
    ['@maria - write copy', 'leading maria', 'write copy'],
    ['@maria, write copy', 'leading maria', 'write copy'],
    ['@maria and @sam will call', 'leading maria, sam', 'will call'],
    ['@maria sends the deck to @sam', 'leading maria', 'sends the deck to @sam'],
    ["@maria's team writes copy", 'leading maria'],
    ['(@maria) write copy', 'leading maria', 'write copy'],
    ['[@maria] write copy', 'leading maria', 'write copy'],
    ['**@maria** write copy', 'leading maria', 'write copy'],
    ['**@maria:** write copy', 'leading maria', 'write copy'],
    ['**@maria**: write copy', 'leading maria', 'write copy'],
    ['*@maria* and ***@sam***: write', 'leading maria, sam', 'write'],
    ['[@maria](https://x.example): write copy', 'leading maria', 'write copy'],
    ['due:2027-01-10 @maria write copy', 'leading maria', 'write copy'],
    ['#print @maria write copy', 'leading maria', 'write copy'],
    ['<!-- soon --> @maria write copy', 'leading maria', 'write copy'],
    ['@maria', 'leading maria', ''],
    ['@maria due:2027-01-10', 'leading maria', ''],
  ],
  'the leading group goes before the trailing one': [
    ['@maria write copy @sam', 'leading maria', 'write copy @sam'],
    ['@maria: write copy (@sam)', 'leading maria'],
  ],
  'a trailing group owns': [
    ['Print copies (@maria)', 'trailing maria', 'Print copies'],
    ['Print copies @maria', 'trailing maria', 'Print copies'],
    ['Add @lee to the list - @maria due:2027-01-10', 'trailing maria', 'Add @lee to the list'],
    ['Print copies [@maria]', 'trailing maria', 'Print copies'],
    ['Print copies {@maria}', 'trailing maria', 'Print copies'],
    ['Print copies – @maria', 'trailing maria', 'Print copies'],
    ['Print copies — @maria', 'trailing maria', 'Print copies'],
    ['Print copies -- @maria', 'trailing maria', 'Print copies'],
    ['Print copies: @maria', 'trailing maria', 'Print copies'],
    ['Print copies **@maria**', 'trailing maria', 'Print copies'],
    ['Print copies **(@maria)**', 'trailing maria', 'Print copies'],
    ['Print copies (**@maria**)', 'trailing maria', 'Print copies'],
    ['**Print copies @maria**', 'trailing maria', 'Print copies'],
    ['Print copies [@maria](https://x.example)', 'trailing maria', 'Print copies'],
    ['Print copies (owner: @maria)', 'trailing maria', 'Print copies'],
    ['Print copies (DRI: @maria)', 'trailing maria', 'Print copies'],
    ['Print copies, Assigned to: @maria', 'trailing maria'],
  ],
  'closing punctuation is set aside': [
    ['Print copies @maria.', 'trailing maria', 'Print copies.'],
    ['Print copies (@maria).', 'trailing maria', 'Print copies.'],
    ['Print copies @maria!', 'trailing maria', 'Print copies!'],
    ['Who prints? @maria?', 'trailing maria'],
    ['Print copies @maria,', 'trailing maria'],
    ['Print copies @maria;', 'trailing maria'],
    ['Print copies @maria:', 'trailing maria'],
    ['Print copies "@maria"', 'trailing maria'],
    ['Print copies “@maria”', 'trailing maria'],
    ['Print copies @maria…', 'trailing maria'],
    ['Print copies ((@maria))', 'trailing maria', 'Print copies'],
  ],
  'tokens, tags, dates, URLs and comments are set aside': [
    ['Print copies @maria due:2027-01-10', 'trailing maria', 'Print copies'],
    ['Print copies @maria due:T-45d for:@sam sla:2bd id:x', 'trailing maria', 'Print copies'],
    ['Print copies @maria #print #fair', 'trailing maria', 'Print copies'],
    ['Print copies @maria 2027-01-10', 'trailing maria', 'Print copies 2027-01-10'],
    ['Print copies @maria (2027-01-10)', 'trailing maria'],
    ['Print copies @maria https://x.example/y', 'trailing maria'],
    ['Print copies @maria <https://x.example/y>', 'trailing maria'],
    ['Print copies @maria (https://x.example/y)', 'trailing maria'],
    ['Print copies @maria <!-- asked twice -->', 'trailing maria', 'Print copies'],
    ['Print copies @maria due:T. #print <!-- x -->', 'trailing maria'],
    ['Print copies (@maria, due:T-3d)', 'trailing maria'],
    ['Print copies goal:"more leads" @maria every:week', 'trailing maria', 'Print copies'],
    // What no token is belongs to the words.
    ['Print copies @maria soon', ''],
    ['Print copies @maria Q3', ''],
    ['Print copies @maria 5', ''],
  ],
  'bare, the word before may say otherwise': [
    ...'for to with from by of at via ask tell notify ping cc thank thanks'
      .split(' ')
      .map((word): Case => [`Print copies ${word} @maria`, '']),
    ['Find a customer for @joe', ''],
    ['Find a customer FOR @joe', ''],
    ['Find a customer for @joe and @sam', ''],
    ['Find a customer for **@joe**', ''],
    ['Find a customer for [@joe](https://x.example)', ''],
    ['Find a customer for @joe due:T #x.', ''],
    ['Find what this is for (@joe)', 'trailing joe', 'Find what this is for'],
    ['Find what this is for - @joe', 'trailing joe'],
    ['Find what this is for: @joe', 'trailing joe'],
    ['Find what this is for, @joe', 'trailing joe'],
    ['Find a customer before @joe', 'trailing joe'],
    ['Log into the CRM @joe', 'trailing joe', 'Log into the CRM'],
    ['Cc @joe', ''],
  ],
  'anywhere else is no owner': [
    ['Ask @maria about copies', ''],
    ['Print with @maria and @sam the copies', ''],
    ['Print copies', ''],
    ['Print copies maria@acme.example', ''],
    ['Print `@maria`', ''],
  ],
  'what joins a group': [
    ['Call @maria @sam', 'trailing maria, sam', 'Call'],
    ['Call @maria, @sam', 'trailing maria, sam', 'Call'],
    ['Call @maria & @sam', 'trailing maria, sam', 'Call'],
    ['Call @maria / @sam', 'trailing maria, sam', 'Call'],
    ['Call @maria/@sam', 'trailing maria, sam', 'Call'],
    ['Call @maria + @sam', 'trailing maria, sam', 'Call'],
    ['Call @maria+@sam', 'trailing maria, sam', 'Call'],
    ['Call @maria and @sam', 'trailing maria, sam', 'Call'],
    ['Call @maria AND @sam', 'trailing maria, sam', 'Call'],
    ['Call @maria, @sam, and @lee', 'trailing maria, sam, lee', 'Call'],
    ['Call (@maria, @sam)', 'trailing maria, sam', 'Call'],
    ['Call **@maria** and [@sam](https://x.example)', 'trailing maria, sam', 'Call'],
    ['Call @maria or @sam', 'trailing maria, sam', 'Call'],
    ['Call @maria; @sam', 'trailing maria, sam'],
    ['Call @maria then @sam', 'trailing sam'],
    ['@maria @sam: call @lee', 'leading maria, sam', 'call @lee'],
  ],
  'placeholders stand in an owner’s place like mentions': [
    ['Print copies @tbd', 'trailing tbd (placeholder)', 'Print copies'],
    ['Print copies (@____)', 'trailing ____ (placeholder)', 'Print copies'],
    ['Print copies @<name>', 'trailing <name> (placeholder)'],
    ['Print copies @[name]', 'trailing [name] (placeholder)'],
    ['Print copies for @tbd', ''],
    ['@owner: print copies', 'leading owner (placeholder)', 'print copies'],
    ['@tbd print copies @maria', 'leading tbd (placeholder); trailing maria'],
    ['Print copies @tbd, @maria', 'trailing tbd (placeholder), maria'],
  ],
  'a domain may turn out to be a mention, so both ends are kept': [
    ['@2i2c.org hosts it @maria', 'leading 2i2c.org (domain); trailing maria'],
    ['@2i2c.org hosts it', 'leading 2i2c.org (domain)', 'hosts it'],
  ],
  'over several lines': [
    ['Print copies\n  @maria', 'trailing maria', 'Print copies'],
    ['@maria\n  print copies', 'leading maria', 'print copies'],
    ['Print @maria\n  copies', ''],
  ],
};

describe('owner groups', () => {
  for (const [what, cases] of Object.entries(CASES)) {
    describe(what, () => {
      for (const [text, group, rest] of cases) {
        it(text.replaceAll('\n', '⏎'), () => {
          const words = taskWords(text);
          assert.equal(showGroups(words), group);
          if (rest !== undefined) assert.equal(words.ownerGroups[0]?.rest, rest);
        });
      }
    });
  }
});

describe('replacing and clearing an owner group', () => {
  const EDITS: readonly (readonly [text: string, replaced: string, cleared: string])[] = [
    ['Print copies @maria', 'Print copies @NEW', 'Print copies'],
    ['Print copies (@maria)', 'Print copies (@NEW)', 'Print copies'],
    ['Print copies (@maria).', 'Print copies (@NEW).', 'Print copies.'],
    ['Print copies - @maria due:T', 'Print copies - @NEW due:T', 'Print copies due:T'],
    ['Print copies — @maria', 'Print copies — @NEW', 'Print copies'],
    ['Print copies: @maria', 'Print copies: @NEW', 'Print copies'],
    ['Print copies (DRI: @maria)', 'Print copies (DRI: @NEW)', 'Print copies'],
    ['Print copies **@maria**', 'Print copies **@NEW**', 'Print copies'],
    ['Print copies [@maria](https://x.example)', 'Print copies @NEW', 'Print copies'],
    ['Call @maria and @sam #x', 'Call @NEW #x', 'Call #x'],
    ['@maria: write copy', '@NEW: write copy', 'write copy'],
    ['**@maria:** write copy', '**@NEW:** write copy', 'write copy'],
    ['**@maria**: write copy', '**@NEW**: write copy', 'write copy'],
    ['@maria and @sam will call', '@NEW will call', 'will call'],
    ['(@maria) write copy', '(@NEW) write copy', 'write copy'],
    ['**@maria** and @sam: write', '@NEW: write', 'write'],
    ['@maria and **@sam**: write', '@NEW: write', 'write'],
    ['Write copy @maria and **@sam**', 'Write copy @NEW', 'Write copy'],
    ['*@maria* and ***@sam***: write', '@NEW: write', 'write'],
    ['[**@maria**](https://x.example) writes', '@NEW writes', 'writes'],
    ['Call [@maria](u) and [@sam](v)', 'Call @NEW', 'Call'],
    ['Call [Acme @maria](u)', 'Call [Acme @NEW](u)', 'Call [Acme](u)'],
    ['**Print copies @maria**', '**Print copies @NEW**', '**Print copies**'],
    ['Print copies (*@maria*, **@sam**)', 'Print copies (@NEW)', 'Print copies'],
    ['Print copies -- @maria', 'Print copies -- @NEW', 'Print copies'],
    ['@maria - write copy', '@NEW - write copy', 'write copy'],
    ['[@maria](https://x.example) writes', '@NEW writes', 'writes'],
  ];
  for (const [text, replaced, cleared] of EDITS) {
    it(text, () => {
      assert.deepEqual(replaceAndClear(text), { replaced, cleared });
    });
  }
});

describe('owner groups of headings', () => {
  const CASES: readonly (readonly [heading: string, group: string, rest?: string])[] = [
    ['## Booth @sam', 'trailing sam', 'Booth'],
    ['### Print (DRI: @maria)', 'trailing maria', 'Print'],
    ['#### DRI: @fmc', 'trailing fmc'],
    ['## Booth @sam ##', 'trailing sam', 'Booth'],
    ['## Booth @sam and @lee due:T-3d goal:leads', 'trailing sam, lee', 'Booth'],
    ['Booth @sam\n---', 'trailing sam', 'Booth'],
    ['# @sam', 'trailing sam'],
    // A heading's leading mention is what the heading is about.
    ['## @sam and the booth', ''],
    ['## Call for @sam', ''],
    ['## Booth', ''],
  ];
  for (const [heading, group, rest] of CASES) {
    it(heading.replaceAll('\n', '⏎'), () => {
      const block = parse(heading).blocks[0];
      assert.ok(block?.kind === 'heading');
      const shown = block.words.ownerGroups.map(
        (g) => `${g.place} ${g.members.map((m) => m.handle).join(', ')}`,
      );
      assert.equal(shown.join('; '), group);
      if (rest !== undefined) assert.equal(block.words.ownerGroups[0]?.rest, rest);
    });
  }
});
