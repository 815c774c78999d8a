import 'server-only';
import * as z from 'zod/mini';
import { isDayText, isInstantText } from '@/components/invoice-list/address-texts';
import { database } from '@/db/client';
import { readStream } from '@/db/event-store';
import { momentOf } from '@/lib/calendar-spans';
import { largestVersion } from '@/lib/event-sourcing/event';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { versionAt } from '@/lib/event-sourcing/replay';
import { recordPlace } from '@/lib/record-places';
import { workflowOf } from '@/lib/workflows';
import { currentCompany } from './company';

/** A record as it was at a moment, for what is handed on: a page to print, a PDF, a file. */
export interface RecordAt {
  id: string;
  workflow: string;
  /** What happened up to the moment: what came later, such as an undo, is not known in it. Empty before the creation. */
  log: RecordLog;
  version: number;
  /** How many events it has by now. */
  newest: number;
  isPast: boolean;
  /** The moment in view, ISO 8601 in UTC: the one that was asked for, or that of the last event. */
  moment: string;
  /** What people call it now. */
  title: string;
}

const query = z.object({
  id: z.uuid(),
  version: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(largestVersion))),
  asOf: z.optional(z.string().check(z.refine((text) => isDayText(text) || isInstantText(text)))),
});

/** What to tell whoever asked for a moment that makes no sense. */
export const unknownMoment =
  'Ask for a record by its id, and for a moment with version=12, asOf=2026-11-23 or asOf=2026-11-23T13:13:05Z.';

/**
 * Reads a record as of `version` or `asOf` (an instant in UTC, or a day of which the end is meant); without either, as it
 * is now, and so too where the version or the moment is yet to come.
 *
 * @returns null where there is no such record, and "unclear" where what was asked for makes no sense
 */
export async function readRecordAt(
  id: string,
  asked: { version?: string | null; asOf?: string | null },
): Promise<RecordAt | null | 'unclear'> {
  const parsed = z.safeParse(query, {
    id,
    version: asked.version ?? undefined,
    asOf: asked.asOf ?? undefined,
  });
  if (!parsed.success) return 'unclear';
  const events = await readStream(database().$client, parsed.data.id);
  const [first] = events;
  if (!first) return null;
  const { version, asOf } = parsed.data;
  const instant = asOf ? momentOf(asOf, (await currentCompany()).timeZone) : null;
  const newest = events.length;
  const at = Math.min(version ?? newest, instant ? versionAt(events, instant) : newest);
  const isPast = at < newest;
  const workflow = workflowOf(first.workflow);
  const all = new RecordLog(workflow, events);
  return {
    id: parsed.data.id,
    workflow: workflow.name,
    log: isPast ? new RecordLog(workflow, events.slice(0, at)) : all,
    version: at,
    newest,
    isPast,
    moment: (isPast && version === undefined ? instant : events[at - 1]?.occurredAt) ?? first.occurredAt,
    title: recordPlace(workflow.name)?.title(all.state) ?? workflow.name,
  };
}
