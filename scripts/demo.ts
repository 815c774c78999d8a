import type { Database } from '@/db/client';
import { anyPersonExists, createPerson, type NewPerson } from '@/db/people';
import { loadDemoInvoices } from './demo/invoices';
import { findTeam } from './demo/team';

/** The password of every demo person: nothing to protect, and it is printed at start. */
export const demoPassword = 'retrace-demo';

/** One person of each role, and two in support, so that one can take back what the other may not. */
export const demoPeople: Omit<NewPerson, 'password'>[] = [
  { email: 'vera@example.com', name: 'Vera Lindt', role: 'viewer' },
  { email: 'ana@example.com', name: 'Ana Novak', role: 'support' },
  { email: 'bob@example.com', name: 'Bob Ekdahl', role: 'support' },
  { email: 'mia@example.com', name: 'Mia Torres', role: 'manager' },
  { email: 'otto@example.com', name: 'Otto Brandt', role: 'admin' },
];

/**
 * Loads the demonstration data into an empty database. Where there are people already it adds none; where anything was
 * written already it adds no invoices, but for the rest of a load that was interrupted.
 */
export async function loadDemo(db: Database, { log }: { log: (line: string) => void }): Promise<void> {
  if (!(await anyPersonExists(db))) {
    log('Loading the demo data.');
    for (const person of demoPeople) await createPerson(db, { ...person, password: demoPassword });
  }
  const team = await findTeam(db);
  if (team) await loadDemoInvoices(db, team, { now: new Date(), log });
}
