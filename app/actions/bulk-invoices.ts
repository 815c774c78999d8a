'use server';

import * as z from 'zod/mini';
import { selectionOf } from '@/components/invoice-list/list-query';
import { database } from '@/db/client';
import { derivedId } from '@/db/derived-id';
import { executeMany } from '@/db/execute-many';
import { readSelection } from '@/db/invoice-selection';
import { decideMany, type ManyRequest } from '@/db/plan-many';
import type { RefusedRecord } from '@/db/write-many';
import { mayChangeOthersWork, type Person } from '@/lib/access';
import { type BulkKind, type BulkPreview, bulkAction, bulkCommand, bulkKinds } from '@/lib/invoice/bulk';
import type { BulkPreviewResult, BulkResult } from '@/lib/invoice/bulk-result';
import { type Invoice, titleOf } from '@/lib/invoice/invoice';
import { selectionIds, selectionInput } from '@/lib/invoice/invoice-selection';
import { largestSelection } from '@/lib/invoice/largest-selection';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { text } from '@/lib/text';
import { companyCalendar } from '../company-calendar';
import { asWriter, type RefusedWrite } from './writer';

/** What a write answers before the door has put it into words. */
type Done<R extends { ok: boolean }> = Extract<R, { ok: true }> | RefusedWrite;

/** The past moment that the list is of, where nothing may be changed; null is now. */
const asOf = z._default(z.nullable(text(100)), null);
const operationId = z.uuid('This needs an id of its own.').check(z.toLowerCase());

const previewInput = z.object({ asOf, kind: z.enum(bulkKinds), selection: selectionInput });

/** What would come of doing something to all that is selected: to which it can be done, and why not to the others. */
export async function previewBulk(input: unknown): Promise<BulkPreviewResult> {
  return asWriter(
    'invoice',
    previewInput,
    input,
    async (person, { kind, selection }): Promise<Done<BulkPreviewResult>> => {
      const db = database();
      const most = largestSelection + 1;
      const ids = await readSelection(db, selectionOf(selection), await companyCalendar(), most);
      if (ids.length > largestSelection) {
        const message = 'More than 10,000 invoices match by now. Narrow the filters, then select again.';
        return { ok: false, refusal: { code: 'too_many', message, events: [], alternatives: [] } };
      }
      // Nothing is written, so the id and the words only have to be some.
      const request = requestFor(person, ids, { kind, text: '…' }, '00000000-0000-4000-8000-000000000000');
      const refused: RefusedRecord[] = [];
      for await (const each of decideMany(db.$client, request)) if (each.refused) refused.push(each.refused);
      return { ok: true, preview: previewOf(ids, refused) };
    },
  );
}

const runInput = z.object({
  asOf,
  operationId,
  action: bulkAction,
  ids: selectionIds,
  /** The filters that the invoices were selected by, as the list's address holds them; null if one by one. */
  criteria: z.nullable(text(4000)),
});

/**
 * Does it to exactly these invoices, or to none of them: where one refuses it by now, the answer is what would come
 * of it now, for another look.
 */
export async function runBulk(input: unknown): Promise<BulkResult> {
  return asWriter('invoice', runInput, input, async (person, request): Promise<Done<BulkResult>> => {
    const { ids, action, criteria } = request;
    const done = await executeMany(database(), {
      ...requestFor(person, ids, action, request.operationId),
      metadata: { channel: 'page', batch: { size: ids.length, criteria } },
    });
    if (done.ok) return { ok: true, outcome: 'done', changed: done.changed };
    if (done.refused.length === 0) return done;
    return { ok: true, outcome: 'changed_meanwhile', preview: previewOf(ids, done.refused) };
  });
}

function requestFor(
  person: Person,
  streamIds: readonly string[],
  action: { kind: BulkKind; text: string | null },
  operation: string,
): ManyRequest {
  return {
    workflow: invoiceWorkflow,
    streamIds,
    operationId: operation,
    actor: { id: person.id, kind: 'user', name: person.name },
    mayApprove: mayChangeOthersWork(person.role),
    reason: null,
    metadata: {},
    body: action,
    commandOf: ({ streamId, state }) =>
      bulkCommand(action, state as Invoice, derivedId(operation, `${action.kind} ${streamId}`)),
  };
}

/** So many are named one by one. */
const mostNamed = 100;

function previewOf(ids: readonly string[], refused: readonly RefusedRecord[]): BulkPreview {
  const out = new Set(refused.map(({ streamId }) => streamId));
  return {
    able: ids.filter((id) => !out.has(id)),
    refusedCount: refused.length,
    refused: refused.slice(0, mostNamed).map(({ streamId, state, refusal }) => ({
      id: streamId,
      title: titleOf((state as Invoice | null) ?? { id: streamId, number: null }),
      because: refusal.message,
    })),
  };
}
