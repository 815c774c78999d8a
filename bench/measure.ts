import type { Contestant, OpenContestant } from './contestants/contestant';
import { newStory } from './invoice-story';

/** How long one contestant works in one run: so many seconds, or until so many commands are done. */
export type Limit = { seconds: number } | { commands: number };

/** One contestant's share of one run. */
export interface Leg {
  commands: number;
  milliseconds: number;
}

export interface Plan {
  runs: number;
  limit: Limit;
  /** Connections of each contestant. */
  pool: number;
  /** How many commands are under way at the same time. */
  atOnce: number;
  /** Makes a contestant's own database and answers its URL. */
  createDatabase(name: string): Promise<string>;
  /** Called before each leg, so that no contestant pays for what another left to be written. */
  settle(): Promise<void>;
  onLeg?(contestant: Contestant, run: number, leg: Leg): void;
  signal?: AbortSignal;
}

/**
 * Lets the contestants take turns (A B C, A B C, ...), so that a slow minute of the machine hits them alike. Before the
 * first run each works for as long unmeasured. Throws if a contestant's database holds another number of events
 * than the commands it claims.
 *
 * @returns the legs of each contestant, in the order of the runs
 */
export async function measure(
  contestants: readonly Contestant[],
  plan: Plan,
): Promise<Map<Contestant, Leg[]>> {
  const opened: { contestant: Contestant; open: OpenContestant; claimed: number; legs: Leg[] }[] = [];
  try {
    for (const contestant of contestants) {
      const url = await plan.createDatabase(contestant.name);
      opened.push({ contestant, open: await contestant.open(url, plan.pool), claimed: 0, legs: [] });
    }
    for (let run = 0; run <= plan.runs; run++) {
      for (const each of opened) {
        await plan.settle();
        const leg = await drive(each.open, plan);
        each.claimed += leg.commands;
        if (run === 0) continue;
        each.legs.push(leg);
        plan.onLeg?.(each.contestant, run, leg);
      }
    }
    for (const { contestant, open, claimed } of opened) {
      const events = await open.countEvents();
      if (events !== claimed)
        throw new Error(`${contestant.title} carried out ${claimed} commands, but holds ${events} events.`);
    }
    return new Map(opened.map(({ contestant, legs }) => [contestant, legs]));
  } finally {
    await Promise.allSettled(opened.map(({ open }) => open.close()));
  }
}

/** Lets so many workers each play one story after another. */
async function drive(open: OpenContestant, { limit, atOnce, signal }: Plan): Promise<Leg> {
  const began = performance.now();
  const deadline = 'seconds' in limit ? began + limit.seconds * 1000 : Number.POSITIVE_INFINITY;
  let left = 'commands' in limit ? limit.commands : Number.POSITIVE_INFINITY;
  let commands = 0;
  const worker = async () => {
    for (;;) {
      const story = newStory();
      for (let step = 0; step < story.commands.length; step++) {
        if (left <= 0 || performance.now() >= deadline || signal?.aborted) return;
        left -= 1;
        await open.step(story, step);
        commands += 1;
      }
    }
  };
  const workers = Array.from({ length: atOnce }, () =>
    worker().catch((error: unknown) => {
      // The others have nothing more to win.
      left = 0;
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(workers)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  signal?.throwIfAborted();
  return { commands, milliseconds: performance.now() - began };
}
