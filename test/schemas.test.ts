/** The schemas that other editors use must know the keys that we read, each of them and no others. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ruleSchemas } from '../scripts/ruleSchemas.ts';
import { keyDetails } from '../src/language/rosterKeyDetails.ts';
import { severityMeanings } from '../src/language/severityTexts.ts';
import { allRules } from '../src/rules/all.ts';
import { isInterval } from '../src/syntax/tokens.ts';
import { entryKeys, topKeys } from '../src/workspace/rosterKeys.ts';
import { severities } from '../src/workspace/rosterRules.ts';
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
  readonly enumDescriptions?: readonly string[];
  readonly default?: unknown;
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

const isUnwritten = (id: string): boolean =>
  (ruleIds as readonly string[]).includes(id) && !allRules.some((r) => r.id === id);

describe('what editors know of the rules', () => {
  it('is what the rules say (made by: npx node scripts/ruleSchemas.ts)', async () => {
    const root = path.resolve(import.meta.dirname, '..');
    const written = await ruleSchemas();
    assert.equal(written.length, 3);
    for (const [file, text] of written)
      assert.ok(readFileSync(path.join(root, file), 'utf8') === text, `${file} is out of date`);
  });

  // Read as VS Code reads it, and not by the script that writes it.
  it('the setting has every rule, its summary, its severities and the normal one', () => {
    const file = (name: string): unknown =>
      JSON.parse(readFileSync(path.resolve(import.meta.dirname, '..', name), 'utf8'));
    const texts = file('package.nls.json') as Readonly<Record<string, string>>;
    const text = (key: string | undefined) => texts[/^%(.+)%$/.exec(key ?? '')?.[1] ?? ''];
    const manifest = file('package.json') as {
      contributes: { configuration: { properties: Readonly<Record<string, Schema>> } };
    };
    const setting = manifest.contributes.configuration.properties['playbook.rules'];
    assert.equal(setting?.additionalProperties, false);
    assert.deepEqual(Object.keys(setting.properties ?? {}), [...ruleIds]);
    for (const [id, schema] of Object.entries(setting.properties ?? {})) {
      assert.deepEqual(schema.enum, severities, id);
      assert.deepEqual(schema.enumDescriptions?.map(text), Object.values(severityMeanings), id);
      const rule = allRules.find((r) => r.id === id);
      assert.equal(text(schema.description), rule?.summary, id);
      assert.equal(schema.default, rule?.severity, id);
    }
  });

  it('the schema of rosters, which front matter shares, says the same', () => {
    const shared = files['front-matter.schema.json']?.properties?.['rules']?.$ref;
    assert.equal(shared, 'roster.schema.json#/definitions/rules');
    assert.deepEqual(definitions['severity']?.enum, severities);
    for (const { id, summary, severity } of allRules) {
      const schema = definitions['rules']?.properties?.[id];
      assert.equal(schema?.description, `${summary}. Normally ${severity}.`);
      assert.equal(schema.default, severity);
      assert.deepEqual(schema.allOf, [{ $ref: '#/definitions/severity' }]);
    }
  });

  it('and every key says the same in the suggestions', () => {
    const sentence = (schema: Schema | undefined) =>
      schema?.description ?? definitions[schema?.$ref?.split('/').at(-1) ?? '']?.description ?? '';
    const check = (details: Readonly<Record<string, string>>, properties: Schema['properties']) => {
      assert.deepEqual(Object.keys(details).sort(), Object.keys(properties ?? {}).sort());
      for (const [key, detail] of Object.entries(details)) {
        const whole = sentence(properties?.[key]);
        assert.ok(
          whole === `${detail}.` || whole.startsWith(`${detail}. `) || whole === detail,
          `${key}: ${whole}`,
        );
      }
    };
    const { top, away, ...kinds } = keyDetails;
    check(top, {
      ...files['roster.schema.json']?.properties,
      ...files['front-matter.schema.json']?.properties,
    });
    check(away, definitions['person']?.properties?.['away']?.items?.properties);
    for (const [kind, details] of Object.entries(kinds)) check(details, definitions[kind]?.properties);
  });
});

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
        // A rule that nobody has written yet has nothing to say.
        .filter(([key]) => !isUnwritten(key))
        .filter(([, { description, $ref }]) => !(description ?? ($ref && resolve($ref, name)?.description)))
        .map(([key]) => key);
      assert.deepEqual(silent, []);
    });
  }
});
