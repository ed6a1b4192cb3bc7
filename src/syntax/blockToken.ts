/** What is read of a token of markdown-it, which is a little of what it has; `plainBlocks.ts` makes the same. */
export interface BlockToken {
  /** Such as `list_item_open` or `inline`. */
  readonly type: string;
  readonly tag: string;
  /** First line, and one past the last; null on what closes a block. */
  readonly map: readonly [number, number] | null;
  /** Depth of nesting. */
  readonly level: number;
  /** Of an `inline` token: its source without the marks of the blocks around it. */
  readonly content: string;
  /** The marks of a heading. */
  readonly markup: string;
  readonly meta: unknown;
}
