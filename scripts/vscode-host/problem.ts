/**
 * Something the host needs and cannot get. The message says in plain words what is missing and how to supply it,
 * so it is printed without a stack trace.
 */
export class MissingPieceError extends Error {
  override readonly name = 'MissingPieceError';
}

/** Prints an error for a person: the message alone where it says everything, the stack where it is a bug. */
export function describeError(error: unknown): string {
  if (error instanceof MissingPieceError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
