'use client';

import { useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useCallback, useSyncExternalStore } from 'react';
import { useRecord } from './record-context';
import { isDatabaseAway, isSignedOut, recordKey } from './record-query';

/**
 * Says that the page can't be kept up to date, and why, while it goes on showing what it has. Goes by itself with the
 * next answer.
 */
export function BehindNotice() {
  const { streamId } = useRecord();
  const error = useReadProblem(streamId);
  return (
    <div role="status" className="empty:hidden">
      {error ? (
        <p className="flex items-start gap-2.5 rounded-card border border-line bg-sunken px-3.5 py-2 text-dense text-ink-2">
          <CloudOff aria-hidden="true" className="mt-px size-4 shrink-0" />
          <span>
            <strong className="font-semibold text-ink">This page is not up to date.</strong> {wordsFor(error)}
          </span>
        </p>
      ) : null}
    </div>
  );
}

function wordsFor(error: Error): string {
  if (isSignedOut(error)) {
    return 'You are signed out. Sign in again in another tab, then come back here: the page goes on where it is.';
  }
  const what = isDatabaseAway(error) ? 'The database' : 'The server';
  return `${what} can’t be reached right now. What is here stays as it is, and catches up by itself as soon as it can.`;
}

/** What went wrong when the record was last read, from the second failure in a row on; null while all is well. */
function useReadProblem(streamId: string): Error | null {
  const client = useQueryClient();
  const subscribe = useCallback((look: () => void) => client.getQueryCache().subscribe(look), [client]);
  const problem = () => {
    const state = client.getQueryState(recordKey(streamId));
    if (!state) return null;
    // A network that blinks once is no news; and what an answer to a write made good is none any more.
    const failsAgain = state.fetchStatus !== 'idle' && state.fetchFailureCount > 1;
    return state.error ?? (failsAgain ? state.fetchFailureReason : null);
  };
  return useSyncExternalStore(subscribe, problem, () => null);
}
