import { randomUUID } from 'node:crypto';
import { connect } from '@/db/client';
import { execute } from '@/db/execute';
import { migrate } from '@/db/migrate';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { clerk, metadata } from '../invoice-story';
import type { Contestant } from './contestant';

/** The app's own migrations with every index, and the write path that its pages and its API use. */
export const retrace: Contestant = {
  name: 'retrace',
  title: 'Retrace',
  does: 'read head, decide, append event, head, hash and two read tables',
  open: async (url, pool) => {
    await migrate({ migrationUrl: url, appUrl: url, log: () => undefined });
    const db = connect(url, { max: pool, applicationName: 'retrace bench' });
    const reader = { id: clerk.id, formatInstant: (instant: string) => instant };
    return {
      step: async ({ streamId, commands }, step) => {
        const command = commands[step];
        if (!command) throw new RangeError(`The story has no step ${step}.`);
        const result = await execute(db, {
          workflow: invoiceWorkflow,
          streamId,
          operationId: randomUUID(),
          actor: clerk,
          reason: null,
          metadata,
          since: step,
          command,
          reader,
        });
        if (!result.ok) throw new Error(`Retrace refused "${command.type}": ${result.refusal.message}`);
      },
      countEvents: async () => {
        const { rows } = await db.$client.query<{ count: number }>(
          'SELECT count(*)::int AS count FROM events',
        );
        return rows[0]?.count ?? 0;
      },
      close: () => db.$client.end(),
    };
  },
};
