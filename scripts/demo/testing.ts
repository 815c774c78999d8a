import type { Database } from '@/db/client';
import { readStream } from '@/db/event-store';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import type { Invoice } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import type { Team } from './step';

/** The demo people as tests need them: nobody has to sign in. */
export const team = {
  ana: { id: 'ana', name: 'Ana Novak', role: 'support' },
  bob: { id: 'bob', name: 'Bob Ekdahl', role: 'support' },
  sam: { id: 'sam', name: 'Sam Okafor', role: 'support' },
  mia: { id: 'mia', name: 'Mia Torres', role: 'manager' },
  priya: { id: 'priya', name: 'Priya Raman', role: 'manager' },
  otto: { id: 'otto', name: 'Otto Brandt', role: 'admin' },
} as const satisfies Team;

/** A Monday after the change to summer time, so that the demo's weeks lie on both sides of it. */
export const now = new Date('2026-04-13T09:30:00Z');

/** One invoice with its history, folded. */
export async function logOf(db: Database, id: string): Promise<RecordLog<Invoice>> {
  return new RecordLog<Invoice>(invoiceWorkflow, await readStream(db.$client, id));
}
