/** What happens directly after what, over many records: a directly-follows graph. */
export interface ProcessGraph {
  /** What happens, the most frequent first. */
  activities: readonly Activity[];
  /** The most frequent first. Those from `start` and to `end` say how records begin and end. */
  paths: readonly Path[];
}

export interface Activity {
  name: string;
  /** How often it happened. */
  count: number;
}

export interface Path {
  /** An activity; null is the record's beginning, or its end. */
  from: string | null;
  to: string | null;
  count: number;
  /** The median time from one to the other in seconds; null at beginning and end, and where it was not asked for. */
  median: number | null;
}

/** One activity directly followed by another, as the database counts them: null before the first of a record. */
export interface Following {
  from: string | null;
  to: string;
  count: number;
  median: number | null;
}

/** The graph out of its counts. How often records end with an activity follows from them: each is followed or the last. */
export function graphOf(followings: readonly Following[]): ProcessGraph {
  const happened = new Map<string, number>();
  const followed = new Map<string, number>();
  for (const { from, to, count } of followings) {
    happened.set(to, (happened.get(to) ?? 0) + count);
    if (from !== null) followed.set(from, (followed.get(from) ?? 0) + count);
  }
  const ends = [...happened]
    .map(([name, count]) => ({
      from: name,
      to: null,
      count: count - (followed.get(name) ?? 0),
      median: null,
    }))
    .filter(({ count }) => count > 0);
  const paths: Path[] = [...followings, ...ends];
  return {
    activities: [...happened].map(([name, count]) => ({ name, count })).sort(mostFrequentFirst(nameOf)),
    paths: paths.sort(mostFrequentFirst<Path>(pathKey)),
  };
}

const nameOf = ({ name }: Activity): string => name;

/** What tells a path apart. */
export const pathKey = ({ from, to }: Pick<Path, 'from' | 'to'>): string => JSON.stringify([from, to]);

/** Of equally frequent ones always the same first. */
function mostFrequentFirst<T extends { count: number }>(key: (each: T) => string) {
  return (a: T, b: T): number => b.count - a.count || (key(a) < key(b) ? -1 : 1);
}
