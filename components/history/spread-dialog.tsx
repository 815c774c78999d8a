'use client';

import Link from 'next/link';
import { useRef } from 'react';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';
import { Dialog } from '../ui/dialog';
import { type RequestWords, titleOf } from './request-words';
import type { Spread } from './spread';

interface SpreadDialogProps {
  words: RequestWords;
  spread: Spread;
  onHere(): void;
  onClose(): void;
}

/** Asks whether Undo means this record only, or everything that was done at once. */
export function SpreadDialog({
  words,
  spread: { operationId, records },
  onHere,
  onClose,
}: SpreadDialogProps) {
  const here = useRef<HTMLButtonElement>(null);
  const verb = words.verb.toLowerCase();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      initialFocus={here}
      title={titleOf(words)}
      description={`This was done to ${records} records at once. Do you want to ${verb} it here only, or on all ${records}?`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Link href={`/activity/undo?operation=${operationId}`} className={buttonStyles()}>
            All {records}…
          </Link>
          <Button ref={here} variant="primary" onClick={onHere}>
            Here only
          </Button>
        </>
      }
    >
      <p className="text-dense text-ink-2">
        All {records} are looked at first: you see on which of them it can be done before anything happens.
      </p>
    </Dialog>
  );
}
