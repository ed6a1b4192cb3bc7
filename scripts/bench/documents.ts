import { append } from '../../src/text/lists.ts';
import { Random } from './random.ts';
import { HANDLES, NAMES } from './roster.ts';

/** What a document is made of: a weight for each kind of block. */
export type Mix = Readonly<Record<keyof typeof BLOCKS, number>>;

/** A playbook that is worked with: mostly tasks, most of them owned. */
export const PLAYBOOK: Mix = {
  tasks: 10,
  bullets: 2,
  prose: 4,
  paragraph: 1,
  table: 2,
  ownerTable: 1,
  fence: 1,
  quote: 1,
};

/** What stands in real handbooks and issue templates: mostly bullets and prose, and a task here and there. */
export const HANDBOOK: Mix = {
  tasks: 0.8,
  bullets: 9,
  prose: 4,
  paragraph: 8,
  table: 1,
  ownerTable: 0.2,
  fence: 1,
  quote: 0.5,
};

/**
 * A document with front matter and `lineCount` lines. The same arguments always give the same text.
 * @param lineCount at least 20
 */
export function makeDocument(lineCount: number, mix: Mix, seed: number): string {
  const random = new Random(seed);
  const lines = ['---', 'title: Spring trade show', 'owner: ines', 't-day: 2028-05-16', '---', ''];
  lines.push('# Spring trade show', '');
  let sections = 0;
  while (lines.length < lineCount) {
    // A section of the first rank, and every fourth time a new one; the deeper ones share its owner.
    lines.push(heading(random, sections++ % 4 === 0 ? 2 : random.between(3, 4)), '');
    for (let blocks = random.between(1, 4); blocks > 0; blocks--) append(lines, [...block(random, mix), '']);
  }
  // The last block may have been longer than the room left; what was cut off is closed by the end of the text.
  return `${lines.slice(0, lineCount).join('\n')}\n`;
}

/** One of the many playbooks of a large workspace; on average they have twenty tasks. */
export function smallPlaybook(seed: number, lineCount = 50): string {
  return makeDocument(lineCount, PLAYBOOK, 1000 + seed);
}

function block(random: Random, mix: Mix): string[] {
  const kinds = Object.keys(BLOCKS) as (keyof typeof BLOCKS)[];
  let at = random.next() * kinds.reduce((sum, kind) => sum + mix[kind], 0);
  const kind = kinds.find((k) => (at -= mix[k]) < 0) ?? 'prose';
  return BLOCKS[kind](random);
}

const BLOCKS = {
  tasks(random: Random): string[] {
    const lines: string[] = [];
    for (let n = random.between(3, 9); n > 0; n--) {
      lines.push(`- [${random.chance(0.3) ? 'x' : ' '}] ${taskText(random)}`);
      for (let m = random.chance(0.2) ? random.between(1, 3) : 0; m > 0; m--) {
        lines.push(`  - [ ] ${taskText(random)}`);
      }
    }
    return lines;
  },
  bullets(random: Random): string[] {
    const lines: string[] = [];
    for (let n = random.between(3, 8); n > 0; n--) {
      lines.push(`- ${sentence(random, 4, 14)}`);
      if (random.chance(0.2)) lines.push(`  - ${sentence(random, 3, 10)}`);
    }
    return lines;
  },
  prose(random: Random): string[] {
    return Array.from({ length: random.between(1, 5) }, () => sentence(random, 8, 18));
  },
  /** Most people write a paragraph in one line. */
  paragraph(random: Random): string[] {
    return [Array.from({ length: random.between(2, 8) }, () => sentence(random, 8, 18)).join(' ')];
  },
  table(random: Random): string[] {
    const rows = Array.from(
      { length: random.between(2, 8) },
      () => `| ${taskText(random)} | ${day(random)} |`,
    );
    return ['| What | When |', '| --- | --- |', ...rows];
  },
  ownerTable(random: Random): string[] {
    const rows = Array.from(
      { length: random.between(2, 8) },
      () => `| ${words(random, 3, 8)} | ${owner(random)} | ${day(random)} |`,
    );
    return ['| Task | Owner | Due |', '| --- | --- | --- |', ...rows];
  },
  fence(random: Random): string[] {
    const lines = Array.from({ length: random.between(2, 8) }, () => `- [ ] ${words(random, 3, 8)}`);
    return ['```markdown', ...lines, '```'];
  },
  quote(random: Random): string[] {
    return Array.from({ length: random.between(1, 3) }, () => `> ${sentence(random, 6, 14)}`);
  },
};

function heading(random: Random, level: number): string {
  const owned = random.chance(0.25) ? ` @${random.pick(HANDLES)}` : '';
  return `${'#'.repeat(level)} ${words(random, 1, 4)}${owned}`;
}

/** About a third leads with its owner or has none at the end; some name somebody who is not the owner. */
function taskText(random: Random): string {
  const who = random.pick(HANDLES);
  const text = words(random, 3, 10);
  const tokens = random.chance(0.4) ? ` due:${day(random)}` : '';
  const kind = random.next();
  if (kind < 0.15) return `@${who}: ${text}${tokens}`;
  if (kind < 0.3) return text + tokens;
  if (kind < 0.36) return `${text}, ask @${who} about ${words(random, 1, 4)}${tokens}`;
  if (kind < 0.42) return `${text} (@${who})${tokens}`;
  if (kind < 0.5) return `${text} @${who}${tokens} for:@${random.pick(HANDLES)} goal:leads`;
  return `${text} @${who}${tokens}`;
}

function owner(random: Random): string {
  if (random.chance(0.1)) return 'TBD';
  return random.chance(0.5) ? random.pick(NAMES) : `@${random.pick(HANDLES)}`;
}

function sentence(random: Random, from: number, to: number): string {
  const text = words(random, from, to);
  const extra = random.next();
  if (extra < 0.06) return `${text} ([more](https://www.example.com/${random.pick(WORDS)})).`;
  if (extra < 0.1) return `**${random.pick(WORDS)}**: ${text}.`;
  if (extra < 0.12) return `${text}, says @${random.pick(HANDLES)}.`;
  if (extra < 0.14) return `${text} with \`${random.pick(WORDS)}\`.`;
  return `${text}.`;
}

function words(random: Random, from: number, to: number): string {
  const text = Array.from({ length: random.between(from, to) }, () => random.pick(WORDS)).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function day(random: Random): string {
  return `2028-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
}

const WORDS = (
  'the a of for with to in on and our new every first call list lead customer shop brochure price show stand booth ' +
  'hall badge form page story newsletter invitation answer question quote meeting week month goal number team sales ' +
  'marketing agency partner budget plan draft proof print send write read check bring book pay ask tell share choose ' +
  'before after until open hot warm quick useful'
).split(' ');
