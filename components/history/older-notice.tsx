'use client';

import { CloudOff } from 'lucide-react';
import { Spinner } from '../ui/spinner';
import { useRecord } from './record-context';

/** Says that older events are being loaded because somebody asked for what takes them, or that they could not be. */
export function OlderNotice() {
  const { loading, failed } = useRecord();
  return (
    <div role="status" className="empty:hidden">
      {loading ? (
        <p className="flex items-center gap-2.5 rounded-card border border-line bg-sunken px-3.5 py-2 text-dense text-ink-2">
          <Spinner className="size-4" />
          <span>
            Loading the history back to event {loading.to}:{' '}
            <span className="tabular-nums">{Math.round(loading.part * 100)} %</span>
          </span>
        </p>
      ) : null}
      {failed ? (
        <p className="flex items-start gap-2.5 rounded-card border border-line bg-sunken px-3.5 py-2 text-dense text-ink-2">
          <CloudOff aria-hidden="true" className="mt-px size-4 shrink-0" />
          The older events of this record could not be loaded. Nothing was changed; try again in a moment.
        </p>
      ) : null}
    </div>
  );
}
