/** How much of a file is looked at. */
const SAMPLE = 4096;

/**
 * Whether bytes are a text saved as UTF-16, by its byte order mark or else by the look of it: what people write in
 * markup, spaces and line ends has a zero in each pair of bytes, always on the same side, and UTF-8 has none at all.
 */
export function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // One in twenty is little for Latin script, and enough of spaces and marks for Japanese.
  return Math.min(even, odd) === 0 && Math.max(even, odd) * 20 >= length && even + odd > 1;
}
