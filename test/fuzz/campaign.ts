import { inputOf } from './inputs.ts';
import { properties } from './properties.ts';
import { isFor, type Property } from './property.ts';
import { Random } from './random.ts';
import { shrink } from './shrink.ts';
import { World } from './world.ts';

export interface Failure {
  readonly property: string;
  /** What went wrong, without what differs from text to text. */
  readonly message: string;
  readonly seed: number;
  /** As little of the input as still fails in the same way. */
  readonly text: string;
  readonly stack: string;
}

export interface Report {
  readonly inputs: number;
  /** How often each property was tried. */
  readonly checks: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
  /** One for each way to fail. */
  readonly failures: readonly Failure[];
  /** How often it failed, all ways together. */
  readonly failed: number;
}

/** Tries texts with the properties, one text a seed: the same seed is the same text and the same choices. */
export class Campaign {
  readonly #world = new World();
  readonly #checks: Record<string, number> = {};
  readonly #counts: Record<string, number> = {};
  readonly #failures = new Map<string, Failure>();
  #inputs = 0;
  #failed = 0;

  try(seed: number): void {
    const random = new Random(seed);
    const { kind, text } = inputOf(random);
    this.#inputs++;
    this.#count(`texts: ${kind}`, 1);
    for (const [i, property] of properties.entries()) {
      if (!isFor(property, kind) || !random.chance(property.share)) continue;
      this.#checks[property.name] = (this.#checks[property.name] ?? 0) + 1;
      const error = this.#attempt(property, text, seed * 64 + i, (what, amount = 1) => {
        this.#count(what, amount);
      });
      if (error) this.#fail(property, text, seed, seed * 64 + i, error);
    }
  }

  report(): Report {
    return {
      inputs: this.#inputs,
      checks: this.#checks,
      counts: this.#counts,
      failures: [...this.#failures.values()],
      failed: this.#failed,
    };
  }

  #count(what: string, amount: number): void {
    this.#counts[what] = (this.#counts[what] ?? 0) + amount;
  }

  #attempt(
    property: Property,
    text: string,
    choices: number,
    count: (what: string, amount?: number) => void,
    stack = 0,
  ): Error | undefined {
    const { stackTraceLimit } = Error;
    // The reader of YAML throws and catches all the time; to write down where from is a third of its work.
    Error.stackTraceLimit = stack;
    try {
      property.check({ text, random: new Random(choices), world: this.#world, count });
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  }

  #fail(property: Property, text: string, seed: number, choices: number, error: Error): void {
    this.#failed++;
    const message = wayOf(error);
    const key = `${property.name}: ${message}`;
    if (this.#failures.has(key)) return;
    const stillFails = (less: string): boolean => {
      const other = this.#attempt(property, less, choices, () => undefined);
      return other !== undefined && wayOf(other) === message;
    };
    const least = shrink(text, stillFails);
    const shown = this.#attempt(property, least, choices, () => undefined, 20) ?? error;
    this.#failures.set(key, {
      property: property.name,
      message,
      seed,
      text: least,
      stack: shown.stack ?? shown.message,
    });
  }
}

/** The first line, without numbers and what is quoted from the text. */
function wayOf(error: Error): string {
  const [line = ''] = error.message.split('\n');
  return line
    .replace(/[{"].*$/, '')
    .replace(/\d+/g, 'N')
    .slice(0, 120);
}
