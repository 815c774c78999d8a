'use client';

import { CalendarClock } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { IconButton } from '../ui/icon-button';
import { loadPart } from '../ui/load-part';

const load = () => import('./jump-dialog').then((module) => module.JumpDialog);
const JumpDialog = dynamic(() => loadPart(load), { ssr: false });

/** The typed way to a moment, for who knows when something happened. */
export function JumpButton() {
  const [open, setOpen] = useState(false);
  // Whoever presses it hears of a failure.
  const loadAhead = () => void load().catch(() => undefined);
  return (
    <>
      <IconButton
        label="Go to a moment"
        icon={<CalendarClock aria-hidden="true" />}
        aria-haspopup="dialog"
        onPointerEnter={loadAhead}
        onFocus={loadAhead}
        onClick={() => setOpen(true)}
      />
      {open ? <JumpDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
