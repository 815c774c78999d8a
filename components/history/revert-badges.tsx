'use client';

import type { ReactNode } from 'react';
import type { Narration } from '@/lib/event-sourcing/narrate';
import { Badge } from '../ui/badge';
import { MomentLink } from './moment-link';

interface RevertBadgesProps {
  narration: Narration;
  /** Where a value that was put back as a new change came from. */
  originVersion?: number | null;
  /** Shows another event of the record, where the record is on the page. */
  onGoTo?(version: number): void;
}

/** An undone event says by what and whom; its undo says of what. Each leads to the other. */
export function RevertBadges({ narration, originVersion, onGoTo }: RevertBadgesProps) {
  const { of, revertedBy } = narration;
  return (
    <>
      {originVersion ? (
        <EventBadge version={originVersion} onGoTo={onGoTo}>
          Put back from event {originVersion}
        </EventBadge>
      ) : null}
      {of ? (
        <EventBadge version={of.version} onGoTo={onGoTo}>
          {narration.undoes ? 'Undo' : 'Redo'} of event {of.version}
        </EventBadge>
      ) : null}
      {revertedBy ? (
        <EventBadge version={revertedBy.version} onGoTo={onGoTo}>
          {narration.undoes ? 'Re-applied' : 'Undone'} by <bdi>{revertedBy.actorName}</bdi>, event{' '}
          {revertedBy.version}
        </EventBadge>
      ) : null}
    </>
  );
}

interface EventBadgeProps {
  version: number;
  onGoTo: ((version: number) => void) | undefined;
  children: ReactNode;
}

/** A link lies above the row's own target. */
function EventBadge({ version, onGoTo, children }: EventBadgeProps) {
  if (!onGoTo) return <Badge tone="undo">{children}</Badge>;
  return (
    <MomentLink version={version} onGoTo={onGoTo} className="relative z-10">
      <Badge tone="undo" className="hover:underline">
        {children}
      </Badge>
    </MomentLink>
  );
}
