import type { Random } from './random.ts';
import { frontMatterBody, yamlText } from './yaml.ts';
import { BOXES, HANDLES, INDENTS, LINES, TOKENS, WORDS } from './vocabulary.ts';

/** A playbook of headings, tasks, tables and owner lines, with anything in them. */
export function playbook(random: Random): string {
  const lines: string[] = [];
  if (random.chance(0.2)) {
    const end = random.pick(['---', '---', '---', '...', '--- ', '----', '']);
    lines.push(`---\n${random.chance(0.5) ? frontMatterBody(random) : yamlText(random)}${end}`);
  }
  for (let left = 1 + random.int(10); left > 0; left--) {
    const kind = random.int(10);
    const words =
      kind < 6 ? random.pick(BOXES) + inline(random) : kind < 9 ? random.pick(LINES) : inline(random);
    lines.push(random.pick(INDENTS) + words);
  }
  return lines.join(random.chance(0.1) ? '\n\n' : '\n') + (random.chance(0.5) ? '\n' : '');
}

function inline(random: Random): string {
  let text = '';
  for (let left = 1 + random.int(7); left > 0; left--) {
    const kind = random.int(10);
    text += random.pick<string>(kind < 3 ? HANDLES : kind < 6 ? TOKENS : WORDS);
    if (random.chance(0.75)) text += ' ';
  }
  return text;
}
