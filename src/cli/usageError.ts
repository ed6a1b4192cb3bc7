/** The command line cannot be understood. The message says why and what to do; the program ends with exit code 2. */
export class UsageError extends Error {}
