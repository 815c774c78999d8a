import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import { consumeOnce } from '@/db/analytics/consumer';
import { beginRebuild } from '@/db/analytics/rebuild';
import { readAnalyticsStatus } from '@/db/analytics/status';
import { connect } from '@/db/client';
import { events as inEvents, showProgress } from '../progress';
import { withDatabase } from './command-context';

/** `retrace analytics`: the numbers that are counted from the log. */
export function analyticsCommand(): Command {
  return new Command('analytics')
    .description('the numbers that are counted from the log of events')
    .addCommand(rebuildCommand())
    .addCommand(statusCommand());
}

const count = new Intl.NumberFormat('en-US');

function rebuildCommand(): Command {
  return new Command('rebuild')
    .description('count everything anew; the old numbers stay until it is complete')
    .action(() =>
      withDatabase(async ({ appUrl, signal, progress }) => {
        // What a crash takes away is counted again: the checkpoint goes with it.
        const db = connect(appUrl, { max: 2, applicationName: 'retrace: analytics', durable: false });
        const pool = db.$client;
        try {
          if (!(await beginRebuild(pool))) progress('A rebuild is under way already; this goes on with it.');
          const since = performance.now();
          const { building } = await readAnalyticsStatus(db);
          const bar = showProgress().begin('Counting', building?.goal ?? 0, inEvents);
          let shown = 0;
          for (;;) {
            signal.throwIfAborted();
            const done = await consumeOnce(pool);
            const { building: left, current } = await readAnalyticsStatus(db);
            const events = left?.events ?? current.events;
            bar.advance(events - shown);
            shown = events;
            if (!left) break;
            // Somebody else, the app for one, is at the same work.
            if (done === 0) await delay(100, undefined, { signal });
          }
          bar.end();
          const seconds = (performance.now() - since) / 1000;
          const rate = Math.round(shown / seconds);
          console.log(
            `Counted ${count.format(shown)} events anew in ${seconds.toFixed(1)} s (${count.format(rate)} a second).`,
          );
        } finally {
          await db.$client.end();
        }
      }),
    );
}

function statusCommand(): Command {
  return new Command('status')
    .description('how far the numbers are behind the log, and what holds them back')
    .option('--json', 'print it as JSON')
    .action(({ json }: { json?: boolean }) =>
      withDatabase(async ({ db }) => {
        const status = await readAnalyticsStatus(db);
        if (json) return console.log(JSON.stringify(status, null, 2));
        const { current, building, lag } = status;
        console.log(`Events counted  ${count.format(current.events)}`);
        console.log(`Checkpoint      ${current.checkpoint}`);
        console.log(`Last run        ${current.movedAt ?? 'never'}`);
        console.log(`Lag             ${count.format(lag.events)} events, ${lag.seconds.toFixed(1)} s`);
        console.log(
          `Held back by    ${lag.heldBack > 0 ? (lag.cause ?? 'an older transaction') : 'nothing'}`,
        );
        if (building)
          console.log(
            `Rebuild         ${count.format(building.events)} of ${count.format(building.goal)} events`,
          );
        if (current.failure) console.log(`Last failure    ${current.failure}`);
      }),
    );
}
