'use client';

import { useEffect, useRef } from 'react';
import { showToast } from '../ui/toast';
import { useRecord } from './record-context';

/** Tells whoever has the record open that another person has changed it: what they see is no longer what they opened. */
export function OthersChanges() {
  const { log, loaded, confirmed, person, streamId } = useRecord();
  const known = useRef(confirmed);
  useEffect(() => {
    const since = known.current;
    known.current = Math.max(since, confirmed);
    const theirs = log.events.filter(
      ({ version, actor }) => version > since && version <= confirmed && actor.id !== person.id,
    );
    const last = theirs.at(-1);
    if (!last) return;
    const names = [...new Set(theirs.map(({ actor }) => actor.name))];
    const { sentence } = loaded.narration(last.version);
    void showToast({
      // Those that come quickly are one.
      id: `others ${streamId}`,
      title:
        theirs.length === 1
          ? `${last.actor.name} ${sentence}`
          : `${theirs.length} changes by ${names.join(', ')}`,
      description: 'This record has just been changed by somebody else.',
    });
  }, [log, loaded, confirmed, person, streamId]);
  return null;
}
