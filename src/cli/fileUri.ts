/**
 * A path as the `file:` URI of RFC 8089. Node's own `pathToFileURL` leaves characters as they are that browsers bear
 * with and RFC 3986 does not, such as `[` and `|`.
 * @param absolute with `/` between its parts; on Windows it begins with a drive or with `//` and a server
 */
export function fileUri(absolute: string): string {
  const path = encodePath(absolute).replace(/^([A-Za-z])%3A(?=\/|$)/, '$1:');
  if (path.startsWith('//')) return `file:${path}`;
  return path.startsWith('/') ? `file://${path}` : `file:///${path}`;
}

/** A path as the path of a URI, its `/` kept. */
export function encodePath(path: string): string {
  // Half of a surrogate pair, which Windows allows in a name, has no bytes in UTF-8.
  const text = path.replace(/\p{Surrogate}/gu, '\ufffd');
  return text.split('/').map(encodeURIComponent).join('/');
}
