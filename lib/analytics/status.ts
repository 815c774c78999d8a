/** How the analytics stand: what the database says, and the page that watches them shows. */

export interface Generation {
  generation: number;
  status: 'current' | 'building' | 'idle';
  /** The place in the feed up to which everything is counted: `tx.position`. */
  checkpoint: string;
  /** Events counted. */
  events: number;
  /** Of a rebuild: how many there were to count when it began. */
  goal: number;
  startedAt: string | null;
  lookedAt: string | null;
  movedAt: string | null;
  finishedAt: string | null;
  failure: string | null;
}

export interface AnalyticsStatus {
  current: Generation;
  /** The rebuild that is under way. */
  building: Generation | null;
  lag: {
    /** Events that can be read and are not counted yet; counted up to 100,000. */
    events: number;
    /** How long the oldest of those has been waiting, in seconds. */
    seconds: number;
    /** Events that nobody may read yet, since an older transaction still writes; and who that is. */
    heldBack: number;
    cause: string | null;
  };
}

/** How far a rebuild has come: a share of one, its rate and the seconds left, as far as they can be told. */
export function rebuildProgress(
  { events, goal, startedAt }: Pick<Generation, 'events' | 'goal' | 'startedAt'>,
  now: string,
): { share: number; rate: number | null; left: number | null } {
  const share = goal === 0 ? 1 : Math.min(1, events / goal);
  const seconds = startedAt ? (Date.parse(now) - Date.parse(startedAt)) / 1000 : 0;
  const rate = seconds > 0 && events > 0 ? events / seconds : null;
  return { share, rate, left: rate === null ? null : Math.max(0, goal - events) / rate };
}
