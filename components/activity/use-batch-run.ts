'use client';

import { useEffect, useRef, useState } from 'react';
import type { ActionRefusal } from '@/lib/action-result';
import type { BatchLine, BatchOutcome, BatchProgress, BatchResult } from '@/lib/batch-run';
import type { BatchSelection } from '@/lib/batch-selection';

/** What is asked of the server; see app/api/batch/route.ts. */
export interface BatchInput {
  operationId: string;
  selection: BatchSelection;
  skip: boolean;
  reason: string;
  planHash: string;
}

/** How it stands. `cancelling` waits to hear whether it was still in time. */
export type RunState =
  | { is: 'idle' }
  | { is: 'running'; progress: BatchProgress }
  | { is: 'cancelling'; progress: BatchProgress }
  | { is: 'cancelled' }
  | { is: 'refused'; refusal: Pick<ActionRefusal, 'code' | 'message'> };

interface BatchRun {
  state: RunState;
  start(input: BatchInput): Promise<void>;
  cancel(): void;
}

const uncertain =
  'The server could not be reached, so it is not certain whether this was done. Press again: it is done only once.';
const broken = 'The connection broke, and nothing was changed. Try again.';

interface BatchRunOptions {
  /** How many records it is about. */
  size: number;
  /** It is saved; `late` if it was called off too late. */
  onDone(operationId: string, late: boolean): void;
  /** The records have changed since they were looked at. */
  onPlanChanged(): void;
}

/**
 * Takes a selection back while it tells how far it is. Cancelling, leaving the page and a broken connection all call it
 * off; whether that was in time, the server is asked.
 */
export function useBatchRun({ size, onDone, onPlanChanged }: BatchRunOptions): BatchRun {
  const [state, setState] = useState<RunState>({ is: 'idle' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (input: BatchInput) => {
    const call = new AbortController();
    running.current = call;
    setState({ is: 'running', progress: { phase: 'looking', done: 0, of: size } });
    try {
      const result = await ask(input, call.signal, (progress) => setState({ is: 'running', progress }));
      if (result.ok) return onDone(input.operationId, false);
      setState({ is: 'refused', refusal: result.refusal });
      if (result.refusal.code === 'plan_changed') onPlanChanged();
    } catch {
      const wanted = call.signal.aborted;
      const changed = await outcomeOf(input.operationId);
      if (changed === null) setState({ is: 'refused', refusal: { code: 'unreachable', message: uncertain } });
      else if (changed > 0) onDone(input.operationId, wanted);
      else if (wanted) setState({ is: 'cancelled' });
      else setState({ is: 'refused', refusal: { code: 'broken_off', message: broken } });
    }
  };

  const cancel = () => {
    running.current?.abort();
    setState((now) => (now.is === 'running' ? { ...now, is: 'cancelling' } : now));
  };

  return { state, start, cancel };
}

/** Throws where the answer breaks off. */
async function ask(
  input: BatchInput,
  signal: AbortSignal,
  onProgress: (progress: BatchProgress) => void,
): Promise<BatchResult> {
  const response = await fetch('/api/batch', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal,
  });
  if (response.headers.get('content-type')?.startsWith('application/json'))
    return (await response.json()) as BatchResult;
  for await (const line of linesOf(response)) {
    if ('result' in line) return line.result;
    if (!signal.aborted) onProgress(line.progress);
  }
  throw new Error('The answer broke off.');
}

async function* linesOf({ body }: Response): AsyncGenerator<BatchLine> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    if (done) return;
    text += value;
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as BatchLine;
  }
}

/** To how many records it was done, once it is over; null if the server can't be asked. */
async function outcomeOf(operationId: string): Promise<number | null> {
  try {
    const response = await fetch(`/api/batch/${operationId}`);
    return response.ok ? ((await response.json()) as BatchOutcome).changed : null;
  } catch {
    return null;
  }
}
