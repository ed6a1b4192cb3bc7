import type { Progress } from './progress.ts';

/** What a command may ask about the world it runs in. */
export interface Environment {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readStdin: () => Promise<Uint8Array>;
  /** True when standard output is a terminal, where colors help. */
  readonly isTerminal: () => Promise<boolean>;
  /** The program's own version. */
  readonly version: () => string;
  readonly progress: Progress;
}

/** 0: clean. 1: a problem of warning or error. 2: bad usage, or something that cannot be read. */
export type ExitCode = 0 | 1 | 2;

/** A text piece by piece, each made when the one before it is written. */
export type Pieces = readonly string[] | Generator<string, void>;

export interface Outcome {
  /** For standard output, line ends included. */
  readonly output: Pieces;
  /** Known once the output is written, or once nobody reads on. */
  readonly ending: () => Ending;
}

export interface Ending {
  /** Lines for standard error. */
  readonly notes: readonly string[];
  readonly exitCode: ExitCode;
}

/** One command of the program. May throw UsageError. */
export type Command = (args: readonly string[], environment: Environment) => Promise<Outcome>;

/** An outcome that is known at once. */
export function outcome(output: string, notes: readonly string[], exitCode: ExitCode): Outcome {
  return { output: [output], ending: () => ({ notes, exitCode }) };
}
