/**
 * Writes a plan to the database in DATABASE_URL through the app's own write path, several records at once, and says of
 * each request when it has its answer. Where the database goes away it asks again, as a person does, until it is back.
 * Arguments: the plan's seed and number of records.
 */
import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '@/db/client';
import { command, expectOk } from '@/db/testing/invoices';
import { crashPlan, type PlannedRequest } from './plan';

const [seed = '', records = '0'] = process.argv.slice(2);
const atOnce = 8;
const db = connect(process.env.DATABASE_URL ?? '', { max: atOnce, applicationName: 'retrace: crash test' });
const waiting = crashPlan(seed, Number(records));

await Promise.all(Array.from({ length: atOnce }, writeRecords));
await db.$client.end();

async function writeRecords(): Promise<void> {
  for (let requests = waiting.shift(); requests; requests = waiting.shift()) {
    for (const request of requests) await acknowledge(request);
  }
}

async function acknowledge(request: PlannedRequest): Promise<void> {
  const { streamId, operationId } = request;
  const result = expectOk(await untilAnswered(request));
  const versions = result.events.map((event) => event.version);
  // Written at once and as a whole, so that it is out before the next step, whenever this process is killed.
  writeSync(1, `${JSON.stringify({ streamId, operationId, versions })}\n`);
}

async function untilAnswered({ streamId, operationId, command: asked }: PlannedRequest) {
  for (;;) {
    try {
      return await command(db, streamId, asked, { operationId });
    } catch (error) {
      // Whoever watches knows from this that the writer has noticed.
      writeSync(2, `${(error as Error).message}\n`);
      await delay(50);
    }
  }
}
