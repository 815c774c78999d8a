import { log } from '@/app/log';
import { readTimeSettings } from '@/app/preferences';
import { currentPerson } from '@/app/session';
import { loadActivityAddress } from '@/components/activity/activity-address';
import { readSense } from '@/components/time-machine/step-address';
import { readBuckets } from '@/db/activity-density';
import { database } from '@/db/client';
import { readMovements } from '@/db/time-machine';
import { type SentTotals, sendTotals } from '@/lib/invoice/sent-totals';

/** How the totals of the business moved over the bars of a window, `?from=…&to=…&sense=…`, for whoever drags through it. */
export async function GET(request: Request): Promise<Response> {
  try {
    if (!(await currentPerson())) return answer(401, 'You are signed out. Sign in again.');
    const params = new URL(request.url).searchParams;
    const range = loadActivityAddress(params);
    const sense = readSense(Object.fromEntries(params));
    const { timeZone } = await readTimeSettings();
    const db = database();
    const buckets = await readBuckets(db, range, { now: new Date().toISOString(), timeZone });
    const bounds = buckets?.bounds ?? [];
    const movements = buckets ? await readMovements(db, bounds, sense) : [];
    return Response.json(sendTotals(bounds, movements) satisfies SentTotals);
  } catch (error) {
    log.error({ err: error }, 'reading totals over time failed');
    return answer(503, 'The database could not be reached. Try again in a moment.');
  }
}

const answer = (status: number, message: string): Response => Response.json({ message }, { status });
