/** What Enter continues and what counts as one word, read from the file that VS Code reads. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

interface Configuration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly action: { readonly indent: string; readonly appendText: string };
  }[];
}

const configuration = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../language-configuration.json'), 'utf8'),
) as Configuration;

/** What VS Code writes at the start of the new line, after the old line's own indentation; '' where no rule fits. */
function continuation(before: string): string {
  const rule = configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText, 'u').test(before));
  return rule?.action.appendText ?? '';
}

describe('Enter', () => {
  const cases: readonly (readonly [before: string, appended: string])[] = [
    ['- [ ] Print copies', '- [ ] '],
    ['* [ ] Print copies', '* [ ] '],
    ['+ [ ] Print copies', '+ [ ] '],
    ['    - [x] Print copies', '- [ ] '],
    ['\t- [X] Print copies', '- [ ] '],
    ['> - [ ] Print copies', '> - [ ] '],
    ['1. [ ] Print copies', '2. [ ] '],
    ['9) [x] Print copies', '10) [ ] '],
    ['- Print copies', '- '],
    ['  * Print copies', '* '],
    ['+ Print copies', '+ '],
    ['3. Print copies', '4. '],
    ['1) Print copies', '2) '],
    ['- **Owner:** @maria', '- '],
    // The list ends, or nothing was there to go on with: the editor's own Enter.
    ['- [ ] ', ''],
    ['- [ ]', ''],
    ['- [] ', ''],
    ['- ', ''],
    ['1. ', ''],
    ['- - -', ''],
    ['* * *', ''],
    ['---', ''],
    ['-5 degrees', ''],
    ['2028-05-16', ''],
    ['Print copies', ''],
  ];
  for (const [before, appended] of cases) {
    it(`after ${JSON.stringify(before)} writes ${JSON.stringify(appended)}`, () => {
      assert.equal(continuation(before), appended);
    });
  }

  it('keeps the indentation of the line', () => {
    assert.deepEqual(
      configuration.onEnterRules.filter(({ action }) => action.indent !== 'none'),
      [],
    );
  });
});

describe('words', () => {
  const words = (text: string): string[] =>
    [...text.matchAll(new RegExp(configuration.wordPattern.pattern, configuration.wordPattern.flags))].map(
      ([word]) => word,
    );

  it('keeps a handle whole, without the full stop behind it', () => {
    assert.deepEqual(words('Ask @maria.lopez, @org/team-2 and @maría.'), [
      'Ask',
      '@maria.lopez',
      '@org/team-2',
      'and',
      '@maría',
    ]);
  });

  it('parts a token into its key and its value', () => {
    assert.deepEqual(words('goal:new-leads due:2028-05-16 for:@sam'), [
      'goal',
      'new-leads',
      'due',
      '2028-05-16',
      'for',
      '@sam',
    ]);
  });

  it('keeps apostrophes and accents, and no marks around a word', () => {
    assert.deepEqual(words("**Don't** _résumé_ `code` (end)."), ["Don't", 'résumé', 'code', 'end']);
  });
});

describe('folding markers', () => {
  it('are comments', () => {
    const { start, end } = configuration.folding.markers;
    assert.match('<!-- #region Travel -->', new RegExp(start, 'u'));
    assert.match('<!-- #endregion -->', new RegExp(end, 'u'));
    assert.doesNotMatch('The region is large', new RegExp(start, 'u'));
  });
});
