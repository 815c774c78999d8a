import { Worker } from 'node:worker_threads';
import type { ChunkWork } from './chunk-work';
import type { SourceInvoice } from './read-source';
import type { SharedContext } from './reading';
import type { ChunkSurvey } from './survey';

/** What a thread is started with. */
export interface WorkerData {
  /** Retrace's own database; connections do not cross threads. */
  url: string;
  shared: SharedContext;
}

export interface WorkerTask {
  id: number;
  kind: 'survey' | 'write';
  chunk: readonly SourceInvoice[];
}

export interface WorkerAnswer {
  id: number;
  result?: unknown;
  failure?: string;
}

interface Waiting {
  done(result: unknown): void;
  failed(error: Error): void;
}

/** The same work in a thread of its own: reading rows into events and hashing them is what takes the time. */
export function workElsewhere(data: WorkerData): ChunkWork {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData: data,
    // A chunk's rows, events and JSON are all garbage a moment later: with room for a few chunks the collector seldom
    // copies them, which is worth 4 %.
    resourceLimits: { maxYoungGenerationSizeMb: 192 },
  });
  const waiting = new Map<number, Waiting>();
  let ids = 0;
  let broken: Error | undefined;
  const breakOff = (error: Error) => {
    broken = error;
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  worker.on('error', breakOff);
  worker.on('exit', (code) => breakOff(new Error(`A thread ended with code ${code}.`)));
  worker.on('message', ({ id, result, failure }: WorkerAnswer) => {
    const task = waiting.get(id);
    waiting.delete(id);
    if (failure === undefined) task?.done(result);
    else task?.failed(new Error(failure));
  });
  const ask = (kind: WorkerTask['kind'], chunk: readonly SourceInvoice[]) =>
    new Promise<unknown>((done, failed) => {
      if (broken) return failed(broken);
      ids += 1;
      waiting.set(ids, { done, failed });
      worker.postMessage({ id: ids, kind, chunk } satisfies WorkerTask);
    });
  return {
    survey: (chunk) => ask('survey', chunk) as Promise<ChunkSurvey>,
    write: (chunk) => ask('write', chunk) as Promise<number>,
    // Ends its connections too; nothing is under way any more.
    close: async () => void (await worker.terminate()),
  };
}
