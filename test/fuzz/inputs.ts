import { markdownExamples, realPages, tableExamples, withBoxes } from './documents.ts';
import { mutate } from './mutate.ts';
import { playbook } from './playbooks.ts';
import type { Random } from './random.ts';
import { yamlText } from './yaml.ts';

export type InputKind = 'playbook' | 'mutated' | 'real' | 'example' | 'frontMatter' | 'characters' | 'roster';

export interface Input {
  readonly kind: InputKind;
  readonly text: string;
}

/** One text in five is a roster. */
export function inputOf(random: Random): Input {
  if (random.chance(0.2)) return { kind: 'roster', text: yamlText(random) };
  const share = random.int(100);
  if (share < 40) return { kind: 'playbook', text: playbook(random) };
  if (share < 55 && realPages.length > 0) {
    return { kind: 'real', text: mutate(random, random.pick(realPages), 1 + random.int(10)) };
  }
  if (share < 72) return { kind: 'example', text: example(random) };
  if (share < 87) return { kind: 'frontMatter', text: withFrontMatter(random) };
  if (share < 95) return { kind: 'mutated', text: mutate(random, playbook(random), 1 + random.int(5)) };
  return { kind: 'characters', text: characters(random) };
}

function example(random: Random): string {
  let text = random.pick(random.chance(0.15) ? tableExamples : markdownExamples);
  if (random.chance(0.6)) text = withBoxes(text);
  if (random.chance(0.3)) text += `\n${random.pick(markdownExamples)}`;
  return random.chance(0.8) ? mutate(random, text, 1 + random.int(6)) : text;
}

function withFrontMatter(random: Random): string {
  const yaml = yamlText(random);
  const body = random.chance(0.6) ? playbook(random) : '- [ ] a @maria\n';
  return `---\n${yaml}${yaml.endsWith('\n') ? '' : '\n'}---\n${body}`;
}

const MARKS = Array.from('-*+[] x1.)>#|`~<>!/:@_\\\t\n"\'&;{}(),=?%$');

function characters(random: Random): string {
  let text = '';
  for (let left = random.int(120); left > 0; left--) {
    text += random.chance(0.6)
      ? random.pick(MARKS)
      : String.fromCharCode(random.int(random.chance(0.8) ? 0x250 : 0x10000));
  }
  return text;
}
