/** What a command may ask about the world it runs in. */
export interface Environment {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readStdin: () => Promise<Uint8Array>;
  /** True when standard output is a terminal, where colors help. */
  readonly isTerminal: () => Promise<boolean>;
  /** The program's own version. */
  readonly version: () => string;
}

/** 0: clean. 1: a problem of warning or error. 2: bad usage, or something that cannot be read. */
export type ExitCode = 0 | 1 | 2;

export interface Outcome {
  /** For standard output, line ends included. */
  readonly output: string;
  /** Lines for standard error. */
  readonly notes: readonly string[];
  readonly exitCode: ExitCode;
}

/** One command of the program. May throw UsageError. */
export type Command = (args: readonly string[], environment: Environment) => Promise<Outcome>;
