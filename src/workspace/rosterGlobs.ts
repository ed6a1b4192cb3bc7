import { shorten } from '../syntax/yamlFlaw.ts';
import type { YamlEntry } from '../syntax/yamlTree.ts';
import { MAX_GLOB_CHOICES, MAX_GLOB_LENGTH } from './glob.ts';
import { globFlaws } from './globs.ts';
import type { Located } from './rosterTypes.ts';
import type { ValueReader } from './rosterValues.ts';

/** The globs of a roster. What cannot be used is reported and left out. */
export function readGlobs(values: ValueReader, entry: YamlEntry | undefined): Located<string>[] {
  const globs = values.list(entry);
  const flaws = globFlaws(globs.map((g) => g.value));
  let isCut = false;
  return globs.filter(({ value, range }, i) => {
    const flaw = flaws.get(i);
    if (flaw === undefined) return true;
    // Whatever stands behind the last one that counts: once is enough.
    if (flaw === 'tooManyGlobs' && isCut) return false;
    isCut ||= flaw === 'tooManyGlobs';
    const limit = flaw === 'globTooLong' ? MAX_GLOB_LENGTH : MAX_GLOB_CHOICES;
    values.report(flaw, range, { key: entry?.key ?? '', text: shorten(value), limit });
    return false;
  });
}
