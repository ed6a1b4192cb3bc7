/** The schemas that other editors use must know the keys that we read, each of them and no others. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { isInterval } from '../src/syntax/tokens.ts';
import { entryKeys, topKeys } from '../src/workspace/rosterKeys.ts';
import { ruleIds } from '../src/workspace/ruleIds.ts';

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const read = (name: string): Schema =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../schemas', name), 'utf8')) as Schema;

const files: Readonly<Record<string, Schema>> = {
  'roster.schema.json': read('roster.schema.json'),
  'front-matter.schema.json': read('front-matter.schema.json'),
};
const definitions = files['roster.schema.json']?.definitions ?? {};
const keysOf = (schema: Schema | undefined): string[] => Object.keys(schema?.properties ?? {}).sort();

/** A schema and all that stand inside it. */
function walk(schema: Schema): Schema[] {
  const inside = [
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema.definitions ?? {}),
    ...(schema.allOf ?? []),
    ...(schema.oneOf ?? []),
    ...[schema.additionalProperties, schema.propertyNames, schema.items].filter((s) => typeof s === 'object'),
  ];
  return [schema, ...inside.flatMap(walk)];
}

/** What a reference names, `#/definitions/day` or `roster.schema.json#/definitions/day`. */
function resolve(ref: string, file: string): Schema | undefined {
  const [name, pointer = ''] = ref.split('#');
  return files[name === '' || name === undefined ? file : name]?.definitions?.[
    pointer.replace('/definitions/', '')
  ];
}

describe('schemas', () => {
  it('know the keys of a roster', () => {
    const wanted = Object.keys(topKeys).filter((key) => topKeys[key] !== 'frontMatter');
    assert.deepEqual(keysOf(files['roster.schema.json']), wanted.sort());
  });

  it('know the keys of front matter', () => {
    const wanted = Object.keys(topKeys).filter((key) => topKeys[key] !== 'roster');
    assert.deepEqual(keysOf(files['front-matter.schema.json']), wanted.sort());
  });

  for (const [kind, keys] of Object.entries(entryKeys)) {
    // A role and a term are one value.
    if (keys.length === 0) continue;
    it(`know the keys of a ${kind}`, () => {
      assert.deepEqual(keysOf(definitions[kind]), [...keys].sort());
    });
  }

  it('know every rule', () => {
    assert.deepEqual(keysOf(definitions['rules']), [...ruleIds].sort());
  });

  it('know how often something can be', () => {
    assert.deepEqual(
      (definitions['interval']?.enum ?? []).filter((text) => !isInterval(text)),
      [],
    );
    assert.equal(definitions['interval']?.enum?.length, 14);
  });

  for (const [name, schema] of Object.entries(files)) {
    it(`${name} names only definitions that exist`, () => {
      const refs = walk(schema).flatMap(({ $ref }) => $ref ?? []);
      assert.notEqual(refs.length, 0);
      assert.deepEqual(
        refs.filter((ref) => resolve(ref, name) === undefined),
        [],
      );
    });

    it(`${name} describes each of its keys`, () => {
      const silent = walk(schema)
        .flatMap(({ properties }) => Object.entries(properties ?? {}))
        .filter(([key]) => !(ruleIds as readonly string[]).includes(key))
        .filter(([, { description, $ref }]) => !(description ?? ($ref && resolve($ref, name)?.description)))
        .map(([key]) => key);
      assert.deepEqual(silent, []);
    });
  }
});
