import { findFrontMatter } from '../syntax/frontMatter.ts';
import { parse } from '../syntax/parse.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { applyEdits, textEdit } from '../text/textEdit.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import { resolveOwnership } from '../workspace/ownership.ts';
import type { Roster } from '../workspace/roster.ts';
import { escapeAll, escapeHtml, escapeMarkdown } from './escapeMarkdown.ts';
import { fillYamlBlanks } from './fillYamlBlanks.ts';
import { isTemplateLine, withoutTemplate } from './markTemplate.ts';
import type { FormedBlank, OwnTemplate } from './ownTemplate.ts';
import { Probes, replaceBlanks } from './probes.ts';
import { readSections, readTasks } from './reading.ts';

/** An answer to one question: text, a day, or somebody. */
export type BlankAnswer = string | { readonly handle: string; readonly name: string };

export interface OwnAnswers {
  /** By the key of the question. What is left out or empty stays a blank. */
  readonly blanks: ReadonlyMap<string, BlankAnswer>;
  /** Day T, where a question of its own asked for it. */
  readonly tDay?: string | undefined;
  /** What the new playbook sees. */
  readonly roster: Roster;
}

export interface FilledTemplate {
  readonly text: string;
  /** Words of blanks that stayed, as the text would have read otherwise with their answer in it. */
  readonly unfilled: readonly string[];
}

/**
 * A new playbook from a team's own template. It says no more that it is a template; else only blanks and day T change,
 * and every other byte stays.
 */
export function fillOwnTemplate(template: OwnTemplate, answers: OwnAnswers): FilledTemplate {
  const { text, bodyStart, blanks } = template;
  const written = (blank: FormedBlank) => writtenAnswer(blank, answers.blanks.get(blank.key));
  const head = fillYamlBlanks(
    text.slice(0, bodyStart),
    blanks.filter((b) => b.place === 'frontMatter'),
    (b) => (b.form === 'mention' ? written({ ...b, form: 'handle' }) : written(b)),
  );
  const filled = new BodyFiller(head.text, template, written, answers.roster).run();
  const tDay = template.asksForDayT ? answers.tDay : undefined;
  return {
    text: withoutTemplate(tDay === undefined ? filled.text : withDayT(filled.text, tDay)),
    unfilled: [...new Set([...head.unfilled, ...filled.unfilled].map((b) => b.words))],
  };
}

/** @returns undefined where nothing was answered */
function writtenAnswer({ form }: FormedBlank, answer: BlankAnswer | undefined): string | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer !== 'string') {
    return form === 'handle' ? answer.handle : form === 'mention' ? `@${answer.handle}` : answer.name;
  }
  // Nobody types a line end; what is pasted may hold some.
  const line = answer.replace(/\s+/g, ' ').trim();
  return line === '' || form === 'handle' || form === 'mention' ? undefined : line;
}

/** Where a playbook says its day T already, that is another; else it is said where it said that it is a template. */
function withDayT(text: string, tDay: string): string {
  const lines = new LineIndex(text);
  const found = findFrontMatter(lines);
  const entry = found?.root?.entries.find((e) => e.key === 't-day');
  if (entry?.value.kind === 'scalar') {
    const { range, text: said } = entry.value;
    return applyEdits(text, [textEdit(range, said === '' && range.start.character > 0 ? ` ${tDay}` : tDay)]);
  }
  if (!found || found.endLine === 0 || entry) return text;
  const own = found.root?.entries.find((e) => isTemplateLine(lines, e));
  const line = own?.keyRange.start.line ?? found.endLine - 1;
  const start = { line, character: 0 };
  const eol = lines.text.includes('\r\n') ? '\r\n' : '\n';
  return applyEdits(text, [textEdit({ start, end: start }, `t-day: ${tDay}${eol}`)]);
}

/** Fills a body in, and reads what came of it. */
class BodyFiller {
  readonly #text: string;
  readonly #blanks: readonly FormedBlank[];
  readonly #written: (blank: FormedBlank) => string | undefined;
  readonly #roster: Roster;
  readonly #probes: Probes;

  constructor(
    head: string,
    { text, bodyStart, blanks }: OwnTemplate,
    written: (blank: FormedBlank) => string | undefined,
    roster: Roster,
  ) {
    this.#text = head + text.slice(bodyStart);
    const moved = head.length - bodyStart;
    this.#blanks = blanks
      .filter((b) => b.place !== 'frontMatter')
      .map((b) => ({ ...b, start: b.start + moved, end: b.end + moved }));
    this.#written = written;
    this.#roster = roster;
    this.#probes = new Probes(this.#text);
  }

  run(): { readonly text: string; readonly unfilled: readonly FormedBlank[] } {
    const plain = this.#blanks.map((blank) => this.#plain(blank));
    const isAnswered = (index: number) => plain[index] !== undefined;
    const texts = [...this.#blanks.keys()].filter((i) => isAnswered(i) && this.#isFree(i));
    let values = plain;
    if (texts.some((i) => this.#isSomebody(i)) || !this.#readsAsMeant(values, texts)) {
      // One by one, as one of them may be to blame.
      values = plain.map((value, i) => (texts.includes(i) ? undefined : value));
      for (const index of texts) {
        const written = [plain[index], escapeAll(this.#answer(index))].map((v) => values.with(index, v));
        values = written.find((next) => this.#readsAsMeant(next, [index])) ?? values;
      }
    }
    return {
      text: replaceBlanks(this.#text, this.#blanks, (i) => values[i]),
      unfilled: this.#blanks.filter((_, i) => isAnswered(i) && values[i] === undefined),
    };
  }

  /** People and days are written as they are; of text nobody knows what stands in it. */
  #isFree(index: number): boolean {
    const { form, place } = this.#blanks[index] ?? {};
    return place === 'markdown' && (form === 'text' || form === 'name');
  }

  #answer(index: number): string {
    const blank = this.#blanks[index];
    return (blank && this.#written(blank)) ?? '';
  }

  #plain(blank: FormedBlank): string | undefined {
    const value = this.#written(blank);
    if (value === undefined) return undefined;
    if (blank.place === 'html') return escapeHtml(value);
    if (blank.form !== 'text' && blank.form !== 'name') return value;
    const { before, after } = this.#lineAround(blank);
    return escapeMarkdown(value, { before, after });
  }

  #lineAround({ start, end }: FormedBlank): { before: string; after: string } {
    const from = this.#text.lastIndexOf('\n', start - 1) + 1;
    const to = this.#text.indexOf('\n', end);
    return { before: this.#text.slice(from, start), after: this.#text.slice(end, to < 0 ? undefined : to) };
  }

  /** Whoever answers with a mention or with somebody's name means that. */
  #isSomebody(index: number): boolean {
    const answer = this.#answer(index);
    return /(?<![^\s(,/])@/.test(answer) || this.#roster.findByName(answer) !== undefined;
  }

  /** Whether the text reads as if each of some answers were a word without meaning. */
  #readsAsMeant(values: readonly (string | undefined)[], tried: readonly number[]): boolean {
    const isRough = tried.some((i) => this.#isSomebody(i));
    const words = values.map((value, i) => (tried.includes(i) ? this.#probes.word(i) : value));
    const expected = this.#probes.replace(this.#reading(words, isRough), (i) =>
      normalizeHandle(` ${JSON.stringify(this.#answer(i)).slice(1, -1)}`).slice(1),
    );
    return this.#reading(values, isRough) === expected;
  }

  /** @param isRough leaves out who owns what, and its words */
  #reading(values: readonly (string | undefined)[], isRough: boolean): string {
    const playbook = parse(replaceBlanks(this.#text, this.#blanks, (i) => values[i]));
    const tasks = resolveOwnership(playbook, this.#roster);
    const sections = readSections(playbook.root, this.#roster);
    const lines = [playbook.frontMatter?.endLine, ...sections.map((s) => s.line)].join(' ');
    const shapes = tasks.map((t) => [t.node.range.start.line, t.kind, t.done].join(' '));
    const readings = isRough
      ? []
      : [...readTasks(tasks).map((t) => `${t.meaning} ${t.rest}`), ...sections.map((s) => s.reading)];
    return [lines, ...shapes, ...readings].join('\n');
  }
}
