/**
 * What release 0.1 recorded, read by today's: the rows in test/fixtures/events-of-0.1 are as that release left them,
 * hashes included. A payload that changed its shape must still replay, undo and verify.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { eventHash, type HashedColumns } from '../event-sourcing/chain';
import { diff } from '../event-sourcing/changes';
import type { Actor, Cause, EventMetadata, Recorded } from '../event-sourcing/event';
import { RecordBuilder } from '../event-sourcing/record-builder';
import { upcast } from '../event-sourcing/upcast';
import type { InvoiceCommand } from './commands';
import { type InvoiceEventOf, type InvoiceEventType, invoicePayloadSchemas, invoicePayloads } from './events';
import { evolve, type Invoice, noInvoice } from './invoice';
import { summarize } from './summarize';
import { people } from './testing';
import { creationOf } from './testing/examples';
import { violations } from './violations';
import { invoiceWorkflow } from './workflow';

type Row = HashedColumns & { hash: string };

const folder = new URL('../../test/fixtures/events-of-0.1/', import.meta.url);
const logs = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file): [name: string, rows: Row[]] => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
  ]);
const everyRow = logs.flatMap(([, rows]) => rows);

function lift(row: Row): Recorded {
  const { payload, changes } = upcast(row.type, invoicePayloads[row.type as InvoiceEventType], {
    schemaVersion: row.schema_version,
    payload: row.payload,
    changes: row.changes,
  });
  return {
    workflow: row.workflow,
    streamId: row.stream_id,
    version: row.version,
    type: row.type,
    schemaVersion: row.schema_version,
    payload: payload as object,
    changes,
    operationId: row.operation_id,
    step: row.step,
    cause: row.cause as Cause,
    revertsVersion: row.reverts_version,
    originVersion: row.origin_version,
    actor: { id: row.actor_id, kind: row.actor_kind as Actor['kind'], name: row.actor_name },
    reason: row.reason,
    metadata: row.metadata as EventMetadata,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
  };
}

/** A record with the lifted log, to go on from. */
function recordOf(rows: readonly Row[]): RecordBuilder<Invoice, InvoiceCommand> {
  const record = new RecordBuilder<Invoice, InvoiceCommand>(invoiceWorkflow);
  record.events.push(...rows.map(lift));
  return record;
}

describe('the rows of 0.1', () => {
  it('have every type that changed its shape, in its first', () => {
    const changed = Object.entries(invoicePayloads).filter(([, { schemaVersion }]) => schemaVersion > 1);
    for (const [type] of changed)
      expect(
        everyRow.some((row) => row.type === type && row.schema_version === 1),
        type,
      ).toBe(true);
  });

  it.each(logs)('%s: verifies link by link, as stored', (_name, rows) => {
    let previous: Uint8Array | null = null;
    for (const { hash, ...columns } of rows) {
      expect(bytesToHex(eventHash(previous, columns))).toBe(hash);
      previous = hexToBytes(hash);
    }
  });

  it('are left as they are by lifting', () => {
    const before = JSON.stringify(everyRow);
    for (const row of everyRow) lift(row);
    expect(JSON.stringify(everyRow)).toBe(before);
  });
});

describe('lifted', () => {
  it.each(logs)('%s: every payload is one of today', (_name, rows) => {
    for (const row of rows) {
      const { payload } = lift(row);
      expect(invoicePayloadSchemas[row.type as InvoiceEventType].parse(payload)).toEqual(payload);
    }
  });

  it('a creation rounds half to even, and has no tax id and no original', () => {
    for (const row of everyRow.filter(({ type }) => type === 'invoice_created')) {
      const payload = lift(row).payload as InvoiceEventOf<'invoice_created'>['payload'];
      expect(payload).toMatchObject({ rounding: 'half_even', duplicateOf: null, customer: { taxId: null } });
      const { customer } = row.payload as { customer: object };
      expect(payload.customer).toEqual({ ...customer, taxId: null });
    }
  });

  it('a finalization has no seller and no payment reference', () => {
    for (const row of everyRow.filter(({ type }) => type === 'invoice_finalized'))
      expect(lift(row).payload).toEqual({ ...(row.payload as object), paymentReference: null, seller: null });
  });

  it('a delivery is a message, in its payload and in the paths of its difference', () => {
    const sent = everyRow.filter(({ type }) => type === 'invoice_sent');
    expect(sent.length).toBeGreaterThan(3);
    for (const row of sent) {
      const { delivery } = row.payload as { delivery: { id: string } };
      const { payload, changes } = lift(row);
      expect(payload).toEqual({ message: { ...delivery, kind: 'invoice', text: null } });
      const paths = Object.keys(row.changes);
      expect(Object.keys(changes)).toEqual(paths.map((path) => path.replace('deliveries.', 'messages.')));
      expect(Object.keys(changes)).toContain(`messages.${delivery.id}.id`);
    }
    for (const row of everyRow)
      expect(Object.keys(lift(row).changes).filter((path) => path.startsWith('deliveries'))).toEqual([]);
  });

  /** Leaves that 0.1 did not keep; all of them are empty, or what it did without saying so. */
  const sinceThen =
    /^rounding$|^customer\.taxId$|^messages\.[^.]+\.(?:kind|text)$|^(?:paymentMethod\.|paymentReference|seller|duplicateOf|writtenOffAt)/;

  it.each(logs)('%s: leads to exactly the difference that was recorded', (_name, rows) => {
    let state = noInvoice;
    for (const event of rows.map(lift)) {
      const after = evolve(state, event as never);
      const made = Object.entries(diff(state, after));
      expect(Object.fromEntries(made.filter(([path]) => !sinceThen.test(path)))).toEqual(event.changes);
      // What is new comes with the child or the record it is of, so undo of anything else is as exact as before.
      const fresh = made.filter(([path]) => sinceThen.test(path));
      if (fresh.length > 0) expect(['invoice_created', 'invoice_sent']).toContain(event.type);
      state = after;
    }
  });

  it('the state has the shape of one that is made today', () => {
    const today = creationOf(2).reduce((before, event) => evolve(before, event), noInvoice);
    for (const [, rows] of logs)
      expect(Object.keys(recordOf(rows).log.state).sort()).toEqual(Object.keys(today).sort());
  });
});

/** What the list of 0.1 said of these invoices. */
type Listed = [
  number: string | null,
  status: string,
  net: number,
  tax: number,
  total: number,
  paid: number,
  balance: number,
];
const recorded: Record<string, Listed> = {
  discarded: [null, 'discarded', 22700, 4313, 27013, 0, 27013],
  'last-payment': ['INV-2002', 'paid', 232900, 0, 232900, 232900, 0],
  'paid-twice': ['INV-2017', 'partially_paid', 137400, 14154, 151554, 75777, 75777],
  reinstated: ['INV-2027', 'open', 299500, 0, 299500, 0, 299500],
  'undo-and-redo': [null, 'draft', 56460, 3952, 60412, 0, 60412],
  'wrong-due-date': ['INV-2001', 'open', 160080, 0, 160080, 0, 160080],
};

describe('what was recorded', () => {
  it.each(logs)('%s: adds up to what it did', (name, rows) => {
    const { state } = recordOf(rows).log;
    const { number, status, ...row } = summarize(state);
    const { netAmount, taxAmount, totalAmount, paidAmount, balanceAmount } = row;
    const listed = [number, status, netAmount, taxAmount, totalAmount, paidAmount, balanceAmount];
    expect(listed).toEqual(recorded[name]);
    expect(violations(state)).toEqual([]);
  });
});

describe('undo on top of what 0.1 recorded', () => {
  const places = logs.flatMap(([name, rows]) => rows.map((row) => ({ name, rows, version: row.version })));
  const undoable = places.filter(({ rows, version }) => recordOf(rows).revertRow(people.mia, version).ok);

  it('is possible for more than a few', () => expect(undoable.length).toBeGreaterThan(10));

  it.each(undoable)('$name, event $version: is exact, and so is putting it back', ({ rows, version }) => {
    const record = recordOf(rows);
    const before = record.log.state;
    expect(record.revertRow(people.mia, version).ok).toBe(true);
    expect(diff(before, record.log.state)).not.toEqual({});
    expect(record.revertRow(people.mia, version).ok).toBe(true);
    expect(record.log.state).toEqual(before);
  });

  it.each(places.filter((place) => !undoable.includes(place)))(
    '$name, event $version: is refused for what stands in the way, or since it can’t be undone',
    ({ rows, version }) => {
      expect(recordOf(rows).revertRow(people.mia, version)).toMatchObject({
        ok: false,
        refusal: { code: expect.stringMatching(/^(?:in_the_way|irreversible)$/) },
      });
    },
  );

  it.each(logs)('%s: everybody walks their own list back and forth', (_name, rows) => {
    for (const actor of Object.values(people)) {
      const record = recordOf(rows);
      const before = record.log.state;
      let undone = 0;
      while (record.press(actor, 'undo').ok) undone += 1;
      for (let n = 0; n < undone; n++) expect(record.press(actor, 'redo').ok).toBe(true);
      expect(record.log.state).toEqual(before);
    }
  });
});
