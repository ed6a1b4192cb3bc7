/** Whole playbooks that say in comments what is expected of them; how is written in `fixture.ts`. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse, Parser } from '../../src/syntax/parse.ts';
import { checkTasks, openFixture } from '../fixture.ts';
import { checkRanges } from '../syntax/ranges.ts';

const read = (folder: string, ending: string): Map<string, string> => {
  const full = path.resolve(import.meta.dirname, folder);
  const names = readdirSync(full).filter((name) => name.endsWith(ending));
  return new Map(names.map((name) => [name, readFileSync(path.join(full, name), 'utf8')]));
};

const roster = readFileSync(path.join(import.meta.dirname, 'roster.yml'), 'utf8');
const scenarios = read('.', '.playbook.md');
const examples = read('../../examples/acme', '.playbook.md');

describe('scenarios', () => {
  for (const [name, text] of scenarios) {
    it(name, () => {
      checkTasks(openFixture(`//- /roster.yml\n${roster}//- /${name}\n${text}`).view());
    });
    it(`${name} with CRLF`, () => {
      const ws = openFixture(`//- /roster.yml\n${roster}//- /${name}\n`);
      ws.index.setPlaybook(ws.uri(`/${name}`), text.replaceAll('\n', '\r\n'));
      checkTasks(ws.view());
    });
  }
});

describe('typing', () => {
  assert.ok(scenarios.size > 1 && examples.size > 1);
  for (const [name, text] of [...scenarios, ...examples]) {
    it(`${name} from its first to its last character: every prefix is read, and every range is true`, () => {
      const parser = new Parser();
      for (let end = 0; end <= text.length; end++) {
        const prefix = text.slice(0, end);
        const playbook = parser.parse(prefix);
        if (end % 13 === 0 || prefix.endsWith('\n')) checkRanges(playbook);
        if (end % 97 === 0) assert.deepEqual(playbook.blocks, parse(prefix).blocks);
      }
    });
  }
});
