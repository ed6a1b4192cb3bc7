import { createHash } from 'node:crypto';
import { allRules } from '../../rules/all.ts';
import { projectPage, rulePage } from '../../rules/pages.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Range } from '../../text/range.ts';
import type { Failure } from '../failure.ts';
import { encodePath, fileUri } from '../fileUri.ts';
import { displayPath, isWithin } from '../paths.ts';
import type { FileReport, PrintedProblem, Report, Severity } from '../report.ts';
import { failureNote } from './failureNotes.ts';
import { jsonText, type Stream } from './jsonText.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The name that readers of SARIF know for the folder of the sources. */
const BASE_ID = '%SRCROOT%';

const RULE_INDEXES: ReadonlyMap<string, number> = new Map(allRules.map((rule, i) => [rule.id, i]));

/**
 * The Static Analysis Results Interchange Format 2.1.0, which code scanning reads
 * (docs.oasis-open.org/sarif/sarif/v2.1.0). The section numbers below are its own.
 * @param base the folder that the paths of files in it are relative to
 * @param failures asked once all files have been gone through
 * @param version of the program
 */
export function sarifReport(
  { files }: Report,
  failures: () => readonly Failure[],
  base: string,
  version: string,
): Generator<string, void> {
  const run = {
    tool: { driver: driver(version) },
    originalUriBaseIds: { [BASE_ID]: { uri: folderUri(base) } },
    newlineSequences: ['\r\n', '\n', '\r'],
    columnKind: 'utf16CodeUnits',
    results: resultsOf(files, base),
    // What failed while the files were judged is known behind them.
    invocations: () => [invocation(failures(), base)],
  };
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: only(run),
  });
}

function* only(item: object): Stream {
  yield item;
}

function driver(version: string): object {
  return {
    name: 'Playbook',
    fullName: 'Playbook: Marketing & Sales',
    version,
    informationUri: projectPage,
    rules: allRules.map(descriptor),
  };
}

function descriptor({ id, summary, severity }: Rule): object {
  const page = rulePage(id);
  return {
    id,
    shortDescription: { text: summary },
    // Code scanning wants these two as well; the page says more than either.
    fullDescription: { text: `${summary}.` },
    help: { text: `Why it matters, and how to mend it: ${page}`, markdown: `[${summary}](${page})` },
    helpUri: page,
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
  };
}

function invocation(failures: readonly Failure[], base: string): object {
  const notes = new Map(failures.map((failure) => [failureNote(base, failure), failure]));
  return {
    executionSuccessful: !failures.some((f) => f.fails),
    toolExecutionNotifications: [...notes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([text, { path, fails }]) => ({
        level: fails ? 'error' : 'warning',
        message: { text },
        locations: [{ physicalLocation: { artifactLocation: artifact(path, base) } }],
      })),
  };
}

function* resultsOf(files: Iterable<FileReport>, base: string): Stream {
  for (const { absolutePath, problems } of files) {
    const fingerprint = fingerprints(artifact(absolutePath, base).uri);
    for (const problem of problems) yield resultOf(problem, absolutePath, fingerprint(problem), base);
  }
}

function resultOf(problem: PrintedProblem, path: string, fingerprint: string, base: string): object {
  return {
    ruleId: problem.rule,
    ruleIndex: RULE_INDEXES.get(problem.rule),
    level: LEVELS[problem.severity],
    message: { text: problem.message },
    locations: [location(path, problem.range, base)],
    ...(problem.related.length > 0 && {
      relatedLocations: problem.related.map((place) => ({
        ...location(place.absolutePath, place.range, base),
        message: { text: place.message },
      })),
    }),
    partialFingerprints: { 'problemLineHash/v1': fingerprint },
  };
}

/**
 * Tells a problem from others by its rule, its file and the words of its line, not by where the line stands (section
 * 3.27.17 and appendix B). Those that are alike are counted. `primaryLocationLineHash`, the only one that GitHub itself
 * looks at, is left to the action that uploads: it warns of every value but its own.
 */
function fingerprints(uri: string): (problem: PrintedProblem) => string {
  const seen = new Map<string, number>();
  return ({ rule, lineText }) => {
    const words = lineText.trim().replace(/\s+/g, ' ');
    const hash = createHash('sha256')
      .update(JSON.stringify([rule, uri, words]))
      .digest('hex')
      .slice(0, 32);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  };
}

function location(path: string, { start, end }: Range, base: string): object {
  return {
    physicalLocation: {
      artifactLocation: artifact(path, base),
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

/** Relative below the base only: a path with `..` is to be made whole (section 3.10.2). */
function artifact(path: string, base: string): { readonly uri: string; readonly uriBaseId?: string } {
  if (path === base || !isWithin(base, path)) return { uri: fileUri(path) };
  return { uri: encodePath(displayPath(base, path)), uriBaseId: BASE_ID };
}

/** With the `/` at its end that section 3.14.14 asks for. */
function folderUri(folder: string): string {
  const uri = fileUri(folder);
  return uri.endsWith('/') ? uri : `${uri}/`;
}
