// node:assert does not exist in the web worker; these two are all the web tests need.

/** Throws unless the value is truthy. */
export function ok(value: unknown, message = `expected a true value, got ${String(value)}`): asserts value {
  if (!value) throw new Error(message);
}

/** Throws unless both have the same JSON. */
export function equal(actual: unknown, expected: unknown): void {
  const [a, e] = [JSON.stringify(actual, undefined, 2), JSON.stringify(expected, undefined, 2)];
  if (a !== e) throw new Error(`expected ${e}\ngot ${a}`);
}
