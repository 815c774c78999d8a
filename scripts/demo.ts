import { connect, type Database } from '@/db/client';
import { anyPersonExists } from '@/db/people';
import { loadDemoRecords } from './demo/load';
import { inviteDemoPeople } from './demo/people';
import { findTeam } from './demo/team';

/**
 * Loads the demonstration data into an empty database. Where there are people already it adds none; where anything was
 * written already it adds no invoices, but for the rest of a load that was interrupted.
 */
export async function loadDemo(db: Database, { log }: { log: (line: string) => void }): Promise<void> {
  const now = new Date();
  if (!(await anyPersonExists(db))) {
    log('Loading the demo data.');
    await inviteDemoPeople(db, now);
  }
  const team = await findTeam(db);
  if (!team) return;
  // Thousands of small writes, each of which would wait for the disk: what a crash loses is loaded at the next start.
  const quick = connect(db.$client.options.connectionString ?? '', {
    max: 8,
    applicationName: 'retrace: demo data',
    durable: false,
  });
  try {
    await loadDemoRecords(quick, team, { now, log });
  } finally {
    await quick.$client.end();
  }
}
