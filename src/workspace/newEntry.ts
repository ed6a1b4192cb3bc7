/** What a roster lacks, to be written into one. Handles are without `@`. */
export type NewEntry = NewPerson | NewTeam | NewRole | NewGoal | NewAsset | NewMeeting;

export interface NewPerson {
  readonly kind: 'person';
  readonly handle: string;
  readonly name: string;
  /** Handle. */
  readonly team?: string;
  /** Other names people write. */
  readonly aliases?: readonly string[];
}

export interface NewTeam {
  readonly kind: 'team';
  readonly handle: string;
  readonly name: string;
  readonly lead?: string;
  /** Of an outside agency: the insider answerable for it, or nobody yet. */
  readonly agency?: { readonly contact?: string };
}

/** A role that nobody holds yet. It has no name but its handle. */
export interface NewRole {
  readonly kind: 'role';
  readonly handle: string;
}

export interface NewGoal {
  readonly kind: 'goal';
  readonly handle: string;
  readonly name: string;
  /** Handles. */
  readonly teams?: readonly string[];
}

export interface NewAsset {
  readonly kind: 'asset';
  readonly handle: string;
  readonly name: string;
}

export interface NewMeeting {
  readonly kind: 'meeting';
  readonly handle: string;
  readonly name: string;
  /** Handles. */
  readonly teams: readonly string[];
  /** As behind `every:` in a roster; once a week when left out. */
  readonly every?: string;
}

/** The key of a roster under which entries of each kind stand. */
export const sectionOf = {
  person: 'people',
  team: 'teams',
  role: 'roles',
  goal: 'goals',
  asset: 'assets',
  meeting: 'meetings',
} as const satisfies Record<NewEntry['kind'], string>;
