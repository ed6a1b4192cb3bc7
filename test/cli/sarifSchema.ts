/** SARIF as far as the tests look at it, and the official schema to hold it against. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { ROOT } from '../../scripts/lib/paths.ts';
import type { Folder, RunOptions } from './program.ts';

export interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly [SarifRun];
}

export interface SarifRun {
  readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly SarifRule[] } };
  readonly invocations: readonly [SarifInvocation];
  readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
  readonly results: readonly SarifResult[];
}

export interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly helpUri: string;
  readonly defaultConfiguration: { readonly enabled?: boolean; readonly level?: string };
}

export interface SarifInvocation {
  readonly executionSuccessful: boolean;
  readonly toolExecutionNotifications: readonly {
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly [SarifLocation];
  }[];
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [SarifLocation];
  readonly relatedLocations?: readonly (SarifLocation & { readonly message: { readonly text: string } })[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region?: Readonly<
      Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number | undefined>
    >;
  };
}

interface Schema {
  readonly definitions: Readonly<Record<string, object>>;
}

const read = (file: string): object =>
  JSON.parse(readFileSync(path.join(ROOT, 'node_modules', file), 'utf8')) as object;

function readSchema(): Schema {
  const schema = read('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Schema;
  // Errata 01 of the standard adds to the schema that a region has a beginning.
  const region = {
    ...schema.definitions['region'],
    anyOf: ['startLine', 'charOffset', 'byteOffset'].map((key) => ({ required: [key] })),
  };
  return { ...schema, definitions: { ...schema.definitions, region } };
}

const ajv = new Ajv({ schemaId: 'id', meta: false, format: 'full', allErrors: true });
ajv.addMetaSchema(read('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(readSchema());

/** What the schema says against a report, one line each. */
export function schemaErrors(report: unknown): string[] {
  return validate(report) === true
    ? []
    : (validate.errors ?? []).map((e) => `${e.dataPath} ${e.message ?? ''}`);
}

/** Runs `check` and gives its report, which must be valid. */
export function sarifOf(folder: Folder, args: readonly string[] = [], options?: RunOptions): SarifRun {
  const { code, output, notes } = folder.run(['check', '--format', 'sarif', ...args], options);
  if (output === '') throw new Error(`Exit code ${String(code)}: ${notes}`);
  const report = JSON.parse(output) as Sarif;
  const errors = schemaErrors(report);
  if (errors.length > 0) throw new Error(`Not SARIF 2.1.0:\n${errors.join('\n')}\n${output}`);
  return report.runs[0];
}

/** The address of a file: relative ones are resolved as SARIF says, by putting them behind their base. */
export function resolve(run: SarifRun, { physicalLocation }: SarifLocation): URL {
  const { uri, uriBaseId } = physicalLocation.artifactLocation;
  return new URL(uriBaseId === undefined ? uri : `${run.originalUriBaseIds[uriBaseId]?.uri ?? ''}${uri}`);
}
