import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import type { Pool } from 'pg';
import { systemActor } from '@/db/ensure-record';
import { beginCheck, checkOnce, readChecks } from '@/db/integrity/checks';
import type { IntegrityCheck } from '@/lib/integrity/check';
import { records as inRecords, showProgress } from '../progress';
import { withDatabase } from './command-context';

const count = new Intl.NumberFormat('en-US');

/** `retrace verify`: every record against its events, as on the page Admin / Integrity, where it is told too. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('check every record against its events: hash chain, state and read tables')
    .addHelpText('after', '\nExit code 1 if anything is not as the events say.')
    .action(() =>
      withDatabase(async ({ db: { $client: pool }, signal, progress }) => {
        if (!(await beginCheck(pool, { ...systemActor, name: 'Command line' })))
          progress('A check is under way already; this goes on with it.');
        const check = await checkToTheEnd(pool, signal);
        if (check) tell(check);
      }),
    );
}

/** Goes on with the newest check until it is at its end. */
async function checkToTheEnd(pool: Pool, signal: AbortSignal): Promise<IntegrityCheck | undefined> {
  let [check] = await readChecks(pool);
  const bar = showProgress().begin('Checking', check?.goal ?? 0, inRecords);
  while (check && check.endedAt === null) {
    signal.throwIfAborted();
    const before = check.records;
    // Somebody else, the app for one, may be at the same work.
    if ((await checkOnce(pool)) === 0) await delay(100, undefined, { signal });
    [check] = await readChecks(pool);
    bar.advance((check?.records ?? before) - before);
  }
  bar.end();
  return check;
}

function tell({ records, events, faults, found }: IntegrityCheck): void {
  for (const { streamId, workflow, what } of found)
    console.log(`${workflow ?? 'record'} ${streamId}: ${what}`);
  if (found.length < faults) console.log(`… and ${count.format(faults - found.length)} more.`);
  const came =
    faults === 0 ? 'nothing wrong' : `${count.format(faults)} ${faults === 1 ? 'fault' : 'faults'}`;
  console.log(`Checked ${count.format(records)} records with ${count.format(events)} events: ${came}.`);
  if (faults > 0) process.exitCode = 1;
}
