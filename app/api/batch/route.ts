import * as z from 'zod/mini';
import { batchRequest, findSelected } from '@/app/(app)/activity/batch-request';
import { asWriter } from '@/app/actions/writer';
import { database } from '@/db/client';
import { readOutcome } from '@/db/many-outcome';
import { revertMany } from '@/db/revert-many';
import { refusal } from '@/db/write';
import { refusalToBatch } from '@/lib/access';
import { criteriaOf } from '@/lib/batch-criteria';
import type { BatchResult } from '@/lib/batch-run';
import { batchSelection } from '@/lib/batch-selection';
import { requiredText } from '@/lib/text';
import { isSameOrigin } from '../same-origin';
import { progressStream } from './progress-stream';

const input = z.object({
  asOf: z._default(z.nullable(z.int()), null),
  operationId: z.uuid('This needs an id of its own.').check(z.toLowerCase()),
  selection: batchSelection,
  /** Leave out what can't be taken back. */
  skip: z.boolean(),
  reason: requiredText(1000, 'Say why, in a few words. It is kept in the history.'),
  planHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** An address, a reason and some ids are far shorter. */
const longestBody = 50_000;

/**
 * Takes back what a selection of events did, as one operation, if that still is what its author looked at; tells how far
 * it is. A route rather than a server action, because those answer only once: see docs/decisions/0027.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request))
    return no(403, 'other_origin', 'This did not come from a page of Retrace, so nothing was changed.');
  if (!(Number(request.headers.get('content-length')) <= longestBody))
    return no(413, 'too_long', 'This request is longer than any that a page of Retrace sends.');
  const asked: unknown = await request.json().catch(() => null);
  return progressStream(request, (onProgress, signal) =>
    asWriter('invoice', input, asked, async (person, { operationId, selection, skip, reason, planHash }) => {
      const barred = refusalToBatch(person.role, selection.kind);
      if (barred) return { ok: false, refusal: refusal('not_yours', barred) };
      const db = database();
      const found = await findSelected(db, selection);
      // What it did may be why its selection is another one by now: a repetition gets the first result all the same.
      if (!found.ok && !(await readOutcome(db, operationId))) return found;
      const selected = found.ok ? found.selected : [];
      const batch = criteriaOf(selection, selected.length, found.chosen);
      const who = await batchRequest(person, {
        selected,
        skip,
        operationId,
        reason,
        metadata: { channel: 'page', batch },
      });
      return revertMany(db, { ...who, planHash, body: selection, onProgress, signal });
    }),
  );
}

function no(status: number, code: string, message: string): Response {
  const result: BatchResult = {
    ok: false,
    status,
    refusal: { code, message, events: [], alternatives: [] },
  };
  return Response.json(result, { status });
}
