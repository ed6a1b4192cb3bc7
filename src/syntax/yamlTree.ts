import type { Range } from '../text/range.ts';

/** A YAML value with its place. Scalars stay text: what they mean is for the reader of the key to say. */
export type YamlNode = YamlScalar | YamlMap | YamlList;

export interface YamlScalar {
  readonly kind: 'scalar';
  /** The value with quotes and escapes resolved; '' for an empty value (`key:`). */
  readonly text: string;
  /** False when the value is quoted or a block scalar; only a plain `null`, `true` or number is more than text. */
  readonly plain: boolean;
  /** The value without its quotes; empty, just after the colon, when there is no value. */
  readonly range: Range;
  /** On an empty value: the `#launch` behind it, which its author meant as the value and YAML takes for a comment. */
  readonly hash?: Range;
}

export interface YamlMap {
  readonly kind: 'map';
  /** In source order. A key given twice stands twice; the first counts and the second has a problem. */
  readonly entries: readonly YamlEntry[];
  readonly range: Range;
}

export interface YamlEntry {
  readonly key: string;
  /** The key without quotes and colon. */
  readonly keyRange: Range;
  readonly value: YamlNode;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly range: Range;
}
