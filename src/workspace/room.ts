/** How many playbooks that are not open keep their syntax trees. */
export interface Room {
  /** A workspace with no more than these keeps all of them. */
  readonly all: number;
  /** A larger one keeps those that were looked at last: 1 or more. */
  readonly last: number;
  /** The texts of those that keep their trees are no longer than this together, in UTF-16 code units; no limit if left out. */
  readonly characters?: number;
}

/** For a program that looks at every playbook and ends. */
export const unlimited: Room = { all: Infinity, last: Infinity };

/**
 * For a program that stays. The trees of 500 playbooks take 15 MB. Who has more hardly ever needs them all: what is shown
 * of them comes from their summaries.
 */
export const limited: Room = { all: 500, last: 4 };
