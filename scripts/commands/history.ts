import { Command } from 'commander';
import { isolated } from '@/lib/event-sourcing/isolated';
import { narrate, tell } from '@/lib/event-sourcing/narrate';
import { withDatabase } from './command-context';
import { companyReader, findRecord } from './find-record';

/** `retrace history`: what happened to a record, event by event, oldest first. */
export function historyCommand(): Command {
  return new Command('history')
    .description('tell what happened to a record, event by event')
    .argument('<record>', 'the number of an invoice, a subscription or an order, or the id of any record')
    .action(async (asked: string) => {
      await withDatabase(async ({ db }) => {
        const [{ log }, reader] = await Promise.all([findRecord(db, asked), companyReader(db)]);
        for (const event of log.events) {
          console.log(tell(log, event.version, reader));
          if (event.reason) console.log(`    Reason: ${event.reason}`);
          const { revertedBy } = narrate(log, event.version);
          if (revertedBy)
            console.log(`    Taken back by ${isolated(revertedBy.actorName)}, event ${revertedBy.version}.`);
        }
      });
    });
}
