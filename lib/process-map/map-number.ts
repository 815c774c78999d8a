/** A number of the process map, by what it counts: what its link asks for. */
export type MapNumber =
  | { kind: 'activity'; activity: string }
  | { kind: 'path'; from: string; to: string }
  | { kind: 'start'; activity: string }
  | { kind: 'end'; activity: string }
  | { kind: 'variant'; variant: string };

/** The records that went the same way: what happened, one after another of a kind told once. */
export interface Variant {
  /** Its number in the database, as text. */
  id: string;
  activities: readonly string[];
  records: number;
}

export interface Variants {
  /** The most frequent ones. */
  shown: readonly Variant[];
  /** How many there are, and how many records they are of. */
  total: number;
  records: number;
}
