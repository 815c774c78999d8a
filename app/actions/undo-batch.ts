'use server';

import * as z from 'zod/mini';
import { database } from '@/db/client';
import { revertMany } from '@/db/revert-many';
import { refusal } from '@/db/write';
import { refusalToBatch } from '@/lib/access';
import type { ActionRefusal } from '@/lib/action-result';
import { requiredText, text } from '@/lib/text';
import { batchRequest, readSelected } from '../(app)/activity/batch-request';
import { asWriter } from './writer';

const selection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('matching'), address: text(4000) }),
  z.object({ kind: z.literal('operation'), id: z.uuid().check(z.toLowerCase()) }),
]);

const input = z.object({
  asOf: z._default(z.nullable(z.int()), null),
  operationId: z.uuid('This needs an id of its own.').check(z.toLowerCase()),
  selection,
  /** Leave out what can't be taken back. */
  skip: z.boolean(),
  reason: requiredText(1000, 'Say why, in a few words. It is kept in the history.'),
  planHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** What taking a selection back comes to, with the number of records it was done to. */
export type UndoBatchResult =
  | { ok: true; changed: number }
  | { ok: false; status: number; refusal: ActionRefusal };

/** Takes back what a selection of Activity's events did, as one operation, if that still is what its author looked at. */
export async function undoBatch(asked: unknown): Promise<UndoBatchResult> {
  return asWriter('invoice', input, asked, async (person, { planHash, ...request }) => {
    const barred = refusalToBatch(person.role, request.selection.kind);
    if (barred) return { ok: false, refusal: refusal('not_yours', barred) };
    const db = database();
    const selected = await readSelected(db, request.selection);
    const criteria = request.selection.kind === 'matching' ? request.selection.address : request.selection.id;
    const batch = { size: selected.length, of: request.selection.kind, criteria };
    const { operationId, skip, reason } = request;
    const asked = { selected, skip, operationId, reason, metadata: { channel: 'page', batch } };
    return revertMany(db, { ...(await batchRequest(person, asked)), planHash, body: request.selection });
  });
}
