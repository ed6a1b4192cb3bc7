/** Guesses what a broken flow collection was meant to say: `[a, b]` or `{ a: b }` (YAML 1.2.2 section 7.4). */

import type { MessageArgs } from '../text/message.ts';
import type { InvalidMessage } from './frontMatterProblem.ts';
import { quoteFix, unclosedQuote, type Flaw, type Repair } from './yamlFlaw.ts';
import { FILLER, plainFlaw, QUOTES, repairPlain } from './yamlScalarRepair.ts';
import { closingQuote, isBreak, isSpace, lineEnd } from './yamlScan.ts';

/** Repairs the collection whose bracket stands at `at`. */
export function repairFlow(text: string, at: number, maxDepth: number): Repair {
  return new FlowRepair(text, at, maxDepth).run();
}

/** Walks through a value in brackets as YAML 1.2.2 section 7.4 would, and mends what stops it. */
class FlowRepair {
  readonly #text: string;
  readonly #start: number;
  readonly #maxDepth: number;
  /** One character each, so that every offset stays true. */
  readonly #edits = new Map<number, string>();
  readonly #flaws: Flaw[] = [];
  readonly #open: { at: number; bracket: string; inValue: boolean }[] = [];
  #at: number;
  /** A value has just ended, so a comma or a closing bracket must follow. */
  #after = false;
  /** One past the last character that is no space, line break or comment. */
  #lastEnd: number;

  constructor(text: string, start: number, maxDepth: number) {
    this.#text = text;
    this.#start = start;
    this.#at = start;
    this.#lastEnd = start;
    this.#maxDepth = maxDepth;
  }

  run(): Repair {
    const { length } = this.#text;
    while (this.#at < length) {
      this.#skip();
      if (this.#at >= length) break;
      const cut = this.#step();
      if (cut !== undefined) return this.#finish(cut);
      if (this.#open.length === 0) return this.#afterLastBracket();
      if (this.#open.length > this.#maxDepth) return { text: this.#text, added: 0, flaws: [] };
    }
    return this.#finish(this.#closeAll());
  }

  /** One token. Returns what must be added at the end when the rest cannot be read. */
  #step(): string | undefined {
    const text = this.#text;
    const c = text[this.#at] ?? '';
    const top = this.#open.at(-1);
    const previousEnd = this.#lastEnd;
    this.#lastEnd = this.#at + 1;
    if (c === '{' || c === '[') {
      this.#needComma(previousEnd);
      this.#open.push({ at: this.#at++, bracket: c, inValue: false });
      this.#after = false;
    } else if (c === '}' || c === ']') {
      this.#close(c);
    } else if (c === ',') {
      this.#comma();
    } else if (c === ':' && this.#isColon(this.#at)) {
      if (top) top.inValue = true;
      this.#at++;
      this.#after = false;
    } else if (QUOTES.has(c)) {
      this.#needComma(previousEnd);
      return this.#quoted(c);
    } else {
      this.#needComma(previousEnd);
      this.#plain();
    }
    return undefined;
  }

  /** Line breaks become spaces: how far a line is indented does not matter inside brackets. */
  #skip(): void {
    const text = this.#text;
    for (; this.#at < text.length; this.#at++) {
      const c = text[this.#at];
      if (c === '#' && (isSpace(text[this.#at - 1]) || isBreak(text[this.#at - 1]))) {
        while (this.#at < text.length && !isBreak(text[this.#at])) this.#edit(this.#at++, ' ');
        this.#at--;
      } else if (isBreak(c) || c === '\t') this.#edit(this.#at, ' ');
      else if (c !== ' ') return;
    }
  }

  #edit(at: number, to: string): void {
    this.#edits.set(at, to);
  }

  #isColon(at: number): boolean {
    const next = this.#text[at + 1];
    if (next === undefined || isSpace(next) || isBreak(next) || ',{}[]'.includes(next)) return true;
    // Behind a quoted key no space is needed (YAML 1.2.2 section 7.4.2).
    return this.#after && QUOTES.has(this.#text[at - 1] ?? '');
  }

  /** @param end where the value before ends */
  #needComma(end: number): void {
    if (!this.#after) return;
    this.#after = false;
    const top = this.#open.at(-1);
    if (top) top.inValue = false;
    const at = this.#at;
    if (!isSpace(this.#text[at - 1]) && !isBreak(this.#text[at - 1])) return;
    this.#edit(at - 1, ',');
    this.#flaws.push({
      message: 'missingComma',
      args: {},
      start: at,
      end: Math.min(at + 1, this.#text.length),
      fix: { title: 'addComma', args: {}, edits: [{ start: end, end, text: ',' }] },
    });
  }

  #comma(): void {
    const at = this.#at++;
    const top = this.#open.at(-1);
    const opensOrRepeats = !this.#after && top?.inValue !== true;
    if (opensOrRepeats) {
      this.#edit(at, ' ');
      this.#flaws.push({
        message: 'extraComma',
        args: {},
        start: at,
        end: at + 1,
        fix: { title: 'removeComma', args: {}, edits: [{ start: at, end: at + 1, text: '' }] },
      });
    }
    this.#after = false;
    if (top) top.inValue = false;
  }

  #close(found: string): void {
    const at = this.#at++;
    const top = this.#open.pop();
    if (!top) return;
    const close = closerOf(top.bracket);
    if (found !== close) {
      this.#edit(at, close);
      this.#flaws.push({
        message: 'wrongBracket',
        args: { found, open: top.bracket, close },
        start: at,
        end: at + 1,
        fix: { title: 'replace', args: { text: close }, edits: [{ start: at, end: at + 1, text: close }] },
      });
    }
    this.#after = true;
  }

  #quoted(quote: string): string | undefined {
    const start = this.#at;
    const close = closingQuote(this.#text, start);
    if (close === undefined) {
      const end = lineEnd(this.#text, start);
      this.#flaws.push(unclosedQuote(start, end, quote));
      this.#at = this.#lastEnd = end;
      return quote + this.#closers();
    }
    this.#at = this.#lastEnd = close + 1;
    let next = this.#at;
    while (/[^\S\r\n]/.test(this.#text[next] ?? '')) next++;
    const follows = this.#text[next] ?? ',';
    // Only what stands there is looked at first: a list may be one long line of quoted texts without commas.
    if (!',{}[]\n\r:'.includes(follows) && !QUOTES.has(follows)) {
      const rest = this.#text.slice(this.#at, this.#endOfToken(this.#at));
      const end = this.#at + rest.trimEnd().length;
      this.#opaque(start, end, { message: 'textAfterQuote', args: {} });
      this.#at = this.#lastEnd = end;
    }
    this.#after = true;
    return undefined;
  }

  #plain(): void {
    const text = this.#text;
    const start = this.#at;
    const top = this.#open.at(-1);
    let flaw: { message: InvalidMessage; args: MessageArgs } | undefined;
    let end = start;
    while (this.#at < text.length) {
      const c = text[this.#at] ?? '';
      if (',{}[]'.includes(c)) break;
      if (isBreak(c)) {
        const next = this.#continuation(this.#at);
        if (next === undefined) break;
        for (; this.#at < next; this.#at++) this.#edit(this.#at, ' ');
        continue;
      }
      if (c === '#' && isSpace(text[this.#at - 1])) break;
      if (c === ':' && this.#isColon(this.#at)) {
        if (top?.inValue !== true) break;
        // After several words the last one may be a key whose comma is missing: no telling, so no fix.
        if (!flaw) {
          const words = /\s/.test(text.slice(start, end));
          flaw = { message: words ? 'secondColonOrComma' : 'secondColon', args: {} };
        }
      }
      this.#at++;
      if (!isSpace(c)) end = this.#at;
    }
    this.#after = true;
    if (end === start) {
      // A lone character that starts nothing, such as a colon in a value: step over it.
      this.#at = Math.max(this.#at, start + 1);
      return;
    }
    this.#lastEnd = end;
    const value = text.slice(start, end);
    const first = value[0] ?? '';
    const opens = '@`%|>'.includes(first) || /^[-?](?:\s|$)/.test(value) || /^[*&](?:\s|$)/.test(value);
    if (opens || flaw) this.#opaque(start, end, (opens ? plainFlaw(value) : undefined) ?? flaw);
  }

  /** Takes a stretch as text. */
  #opaque(
    start: number,
    end: number,
    flaw: { message: InvalidMessage; args: MessageArgs } | undefined,
  ): void {
    if (!flaw) return;
    for (let i = start; i < end; i++) this.#edit(i, FILLER);
    const value = this.#text.slice(start, end);
    const certain = flaw.message !== 'secondColonOrComma' && !/[\r\n]/.test(value);
    this.#flaws.push({ ...flaw, start, end, ...(certain && { fix: quoteFix(value, start, end) }) });
  }

  /**
   * Where plain text that breaks at `at` goes on in the next line. Not where that line begins with a key: then a
   * comma is missing.
   */
  #continuation(at: number): number | undefined {
    let next = at;
    while (next < this.#text.length && (isSpace(this.#text[next]) || isBreak(this.#text[next]))) next++;
    const token = this.#text.slice(next, this.#endOfToken(next));
    if (token === '' || '"\'#'.includes(token[0] ?? '') || /:(?:\s|$)/.test(token)) return undefined;
    return next;
  }

  #endOfToken(from: number): number {
    let at = from;
    while (at < this.#text.length && !',{}[]\n\r'.includes(this.#text[at] ?? '')) at++;
    return at;
  }

  #closers(): string {
    return this.#open
      .map((o) => closerOf(o.bracket))
      .reverse()
      .join('');
  }

  #closeAll(): string {
    const innermost = this.#open.at(-1);
    const close = this.#closers();
    if (innermost) {
      this.#flaws.push({
        message: 'unclosedBracket',
        args: { open: innermost.bracket, close },
        start: innermost.at,
        end: innermost.at + 1,
        fix: {
          title: 'close',
          args: { close },
          edits: [{ start: this.#lastEnd, end: this.#lastEnd, text: close }],
        },
      });
    }
    return close;
  }

  /** Text behind the last bracket: `[Draft] Spring show` was meant as text. */
  #afterLastBracket(): Repair {
    const end = lineEnd(this.#text, this.#at - 1);
    const oneLine = !/[\r\n]/.test(this.#text.slice(this.#start, this.#at));
    if (this.#at === end || !oneLine) return this.#finish('');
    const rest = this.#text.slice(this.#at, end);
    if (/^[\s}\]]+$/.test(rest)) {
      const start = this.#at + rest.search(/\S/);
      for (let i = start; i < end; i++) this.#edit(i, ' ');
      const close = this.#text.slice(start, end);
      const edits = [{ start, end, text: '' }];
      const fix = { title: 'removeBracket', args: { close }, edits } as const;
      this.#flaws.push({ message: 'extraBracket', args: { close }, start, end, fix });
      return this.#finish('');
    }
    const close = this.#text[this.#at - 1] ?? '';
    return repairPlain(this.#text, this.#start, end, { message: 'textAfterBracket', args: { close } });
  }

  #finish(added: string): Repair {
    const kept = added === '' ? this.#text : this.#text.slice(0, this.#lastEnd);
    let result = '';
    let done = 0;
    for (const [at, to] of [...this.#edits].sort((a, b) => a[0] - b[0])) {
      if (at >= kept.length) break;
      result += kept.slice(done, at) + to;
      done = at + 1;
    }
    return { text: result + kept.slice(done) + added, added: added.length, flaws: this.#flaws };
  }
}

function closerOf(bracket: string): string {
  return bracket === '{' ? '}' : ']';
}
