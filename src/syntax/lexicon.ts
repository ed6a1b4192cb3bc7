/**
 * What a roster adds to the reading of a line: the syntax knows no roster, so whoever has one hands this in.
 * Without it a text reads as it does for somebody who knows nobody.
 */
export interface Lexicon {
  /** True when a roster defines this handle, `@` and case aside. */
  defines(handle: string): boolean;
  /**
   * The longest name or alias of a person, team or role that begins at an offset of a text and ends at a word's end.
   * @param isMentioned whether an `@` stands before it: then small letters are as good as capital ones
   */
  nameAt(text: string, offset: number, isMentioned?: boolean): KnownName | undefined;
}

/** A name in plain words that a roster knows. */
export interface KnownName {
  /** Offset one past the name. */
  readonly end: number;
  /** As the roster spells it. */
  readonly handle: string;
  readonly kind: 'person' | 'team' | 'role';
}
