import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '@/db/client';
import { describeFailure } from '../failure';
import { workHere } from './chunk-work';
import type { WorkerAnswer, WorkerData, WorkerTask } from './work-elsewhere';

// Another thread's side of work-elsewhere.ts.
const { url, shared } = workerData as WorkerData;
const db = connect(url, { max: 2, applicationName: 'retrace: adopt' });
const work = workHere(db, shared);

parentPort?.on('message', async ({ id, kind, chunk }: WorkerTask) => {
  const answer = (rest: Omit<WorkerAnswer, 'id'>) => parentPort?.postMessage({ id, ...rest });
  try {
    answer({ result: await work[kind](chunk) });
  } catch (error) {
    // Only its words: a class would not survive the way.
    answer({ failure: describeFailure(error) });
  }
});
