// `npx node scripts/ruleSchemas.ts`: writes what editors must know of each rule to complete and explain it, from the rules
// themselves: the setting `playbook.rules` in package.json, its texts in package.nls.json, and schemas/roster.schema.json.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { severityMeanings } from '../src/language/severityTexts.ts';
import { allRules } from '../src/rules/all.ts';
import { severities } from '../src/workspace/rosterRules.ts';
import { ruleIds } from '../src/workspace/ruleIds.ts';
import { ROOT } from './lib/paths.ts';

type Json = Readonly<Record<string, unknown>>;
type Properties = Record<string, Record<string, unknown>>;

/** Path from the project's root, and the text that the file should have. */
export type Written = readonly [file: string, text: string];

/** The files as they should be. Everything in them but the rules stays as it is. */
export async function ruleSchemas(): Promise<Written[]> {
  const manifest = JSON.parse(read('package.json')) as {
    contributes: { configuration: { properties: Properties } };
  };
  const { properties } = manifest.contributes.configuration;
  properties['playbook.rules'] = {
    ...properties['playbook.rules'],
    additionalProperties: false,
    properties: settings(),
  };

  const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;
  const others = Object.entries(texts).filter(([key]) => !/^(?:rule|severity)\./.test(key));
  const ours = [
    ...severities.map((severity) => [`severity.${severity}`, severityMeanings[severity]] as const),
    ...allRules.map(({ id, summary }) => [`rule.${id}`, summary] as const),
  ];

  const roster = JSON.parse(read('schemas/roster.schema.json')) as { definitions: Properties };
  const { definitions } = roster;
  const enumDescriptions = severities.map((s) => severityMeanings[s]);
  definitions['severity'] = { enum: severities, enumDescriptions };
  definitions['rules'] = { ...definitions['rules'], properties: schemas() };

  return Promise.all([
    written('package.json', manifest),
    written('package.nls.json', Object.fromEntries([...others, ...ours])),
    written('schemas/roster.schema.json', roster),
  ]);
}

/** One property for each rule of the setting. A rule that nobody has written yet has no text. */
function settings(): Json {
  return byRule((id) => {
    const rule = allRules.find((r) => r.id === id);
    return {
      type: 'string',
      enum: severities,
      enumDescriptions: severities.map((severity) => `%severity.${severity}%`),
      ...(rule && { default: rule.severity, description: `%rule.${id}%` }),
    };
  });
}

function schemas(): Json {
  const $ref = '#/definitions/severity';
  return byRule((id) => {
    const rule = allRules.find((r) => r.id === id);
    if (!rule) return { $ref };
    const description = `${rule.summary}. Normally ${rule.severity}.`;
    return { description, default: rule.severity, allOf: [{ $ref }] };
  });
}

function byRule(schemaOf: (id: string) => Json): Json {
  return Object.fromEntries(ruleIds.map((id) => [id, schemaOf(id)]));
}

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

async function written(file: string, value: unknown): Promise<Written> {
  return [file, await format(JSON.stringify(value, undefined, 2), { filepath: file, printWidth: 110 })];
}

if (process.argv[1] === import.meta.filename) {
  for (const [file, text] of await ruleSchemas()) {
    writeFileSync(path.join(ROOT, file), text);
    console.log(file);
  }
}
