'use client';

import { ArrowLeftRight } from 'lucide-react';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog } from '../ui/dialog';
import { IconButton } from '../ui/icon-button';
import { CompareEvents } from './compare-events';
import { compareStates } from './compare-states';
import { CompareTable } from './compare-table';
import { OlderNotice } from './older-notice';
import { PositionField } from './position-field';
import { useRecord } from './record-context';
import { focusRow, rowControl } from './use-go-to';

interface CompareDialogProps {
  /** The version that is compared with now at first. */
  from: number;
  onClose(): void;
}

/** Any two positions of a record side by side: what differs, and who did what in between. */
export function CompareDialog({ from: asked, onClose }: CompareDialogProps) {
  const { log, show, loadBack } = useRecord();
  const newest = log.version;
  // Null is now, and stays now when something happens.
  const [from, setFrom] = useState<number | null>(asked);
  const [to, setTo] = useState<number | null>(null);
  const sides = [from ?? newest, to ?? newest] as const;
  // Who did what in between is told of everything since the earlier of them, which is loaded if it is not here.
  const earlier = Math.min(...sides);
  const isHere = earlier > log.start.version;
  useEffect(() => {
    if (!isHere) loadBack(earlier);
  }, [isHere, earlier, loadBack]);
  const comparison = useMemo(
    () => (isHere ? compareStates(log, sides[0], sides[1]) : null),
    [isHere, log, sides[0], sides[1]],
  );
  const returnTo = useRef<HTMLElement>(null);

  const chosen = (version: number) => (version === newest ? null : version);
  const goTo = (version: number) => {
    show(version);
    // On a narrow screen the history may be behind the document.
    const row = rowControl(version);
    returnTo.current = row?.checkVisibility() ? row : null;
    if (!row) focusRow(version);
    onClose();
  };
  const name = (version: number) => (version === newest ? 'Now' : `Event ${version}`);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title="Compare"
      description="The record as it was after one event, beside how it was after another."
      finalFocus={returnTo}
    >
      <div className="flex flex-col gap-5">
        <div className="grid items-end gap-x-2 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
          <PositionField label="From" version={sides[0]} onChange={(version) => setFrom(chosen(version))} />
          <IconButton
            label="Swap sides"
            icon={<ArrowLeftRight aria-hidden="true" />}
            className="max-sm:hidden"
            onClick={() => {
              setFrom(to);
              setTo(from);
            }}
          />
          <PositionField label="To" version={sides[1]} onChange={(version) => setTo(chosen(version))} />
        </div>
        {comparison ? (
          <>
            <Section title="What differs" count={comparison.rows.length}>
              {comparison.rows.length > 0 ? (
                <CompareTable rows={comparison.rows} from={name(sides[0])} to={name(sides[1])} />
              ) : (
                <p className="text-dense text-ink-2">{nothingDiffers(comparison.identical, sides)}</p>
              )}
            </Section>
            <Section title="What happened in between" count={comparison.between.length}>
              <CompareEvents {...comparison} reversed={sides[0] > sides[1]} onGoTo={goTo} />
            </Section>
          </>
        ) : (
          <OlderNotice />
        )}
      </div>
    </Dialog>
  );
}

function nothingDiffers(identical: boolean, [from, to]: readonly [number, number]): string {
  if (from === to) return 'Nothing: this is the same position twice.';
  if (!identical) return 'Nothing that is shown on the record.';
  return 'Nothing: the record is identical at both positions.';
}

function Section({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-2 text-dense font-semibold text-ink">
        {title} <span className="font-normal text-ink-2 tabular-nums">{count > 0 ? count : null}</span>
      </h3>
      {children}
    </section>
  );
}
