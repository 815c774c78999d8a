'use client';

import { ChevronDown, Ellipsis } from 'lucide-react';
import { memo, useId } from 'react';
import type { Recorded } from '@/lib/event-sourcing/event';
import type { Narration } from '@/lib/event-sourcing/narrate';
import { cn } from '../ui/cn';
import { MenuIconButton } from '../ui/menu-button';
import { Time } from '../ui/time';
import { ActorAvatar, ActorKindBadge } from './actor-avatar';
import { ChangeTable } from './change-table';
import { useRecord } from './record-context';
import { RevertBadges } from './revert-badges';
import { useEventMenu } from './use-event-menu';
import { useGoTo } from './use-go-to';

interface HistoryEventProps {
  event: Recorded;
  /** How many events the record has. */
  newest: number;
  narration: Narration;
  /** The day's name, where this is the newest event of its day. */
  day: string | null;
  /** The row is the first of the history. */
  isFirst?: boolean;
  /** Where the event lies from the moment in view. */
  place: 'past' | 'here' | 'later';
  /** How many undos and redos are folded into this row. */
  folded?: number;
  isOpen?: boolean;
  onToggle?(version: number): void;
  /** It stands below the change that it is an undo or redo of. */
  isNested?: boolean;
}

/** One event: who did what, when, why, and what it changed. Choosing its time moves the slider there. */
export const HistoryEvent = memo(function HistoryEvent({
  event,
  newest,
  narration,
  day,
  isFirst = false,
  place,
  folded = 0,
  isOpen = false,
  onToggle,
  isNested = false,
}: HistoryEventProps) {
  const { show, confirmed } = useRecord();
  const goTo = useGoTo();
  const { version } = event;
  const saving = version > confirmed;
  const sentenceId = useId();
  const dimmed = place === 'later';
  const undone = event.revertsVersion === null && !narration.inForce;
  return (
    <article
      aria-labelledby={sentenceId}
      aria-posinset={newest - version + 1}
      aria-setsize={newest}
      aria-busy={saving || undefined}
      aria-current={place === 'here' ? 'true' : undefined}
      data-version={version}
      className={cn(
        day && !isFirst && 'pt-4',
        isNested && 'ms-6 border-s border-line ps-1',
        dimmed && 'text-ink-3',
      )}
    >
      {day ? (
        <p className="mb-1 px-2.5 text-label font-medium text-ink-2" suppressHydrationWarning>
          {day}
        </p>
      ) : null}
      <div
        className={cn(
          'relative flex gap-2.5 rounded-card border border-transparent px-2.5 py-2 transition-colors hover:bg-panel/70',
          place === 'here' && 'border-accent bg-panel shadow-card hover:bg-panel',
        )}
      >
        <ActorAvatar actor={event.actor} className={cn('mt-0.5', dimmed && 'bg-sunken text-ink-3')} />
        <div className="min-w-0 flex-1">
          <p id={sentenceId} className="pe-7 text-dense">
            <strong className={cn('font-semibold', dimmed ? 'text-ink-3' : 'text-ink')}>
              <bdi>{event.actor.name}</bdi>
            </strong>{' '}
            <span className={cn(!dimmed && 'text-ink', undone && 'line-through decoration-1')}>
              {narration.sentence}
            </span>
          </p>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-label text-ink-2">
            <button
              type="button"
              data-moment
              onClick={() => show(version)}
              className="-my-1 rounded-sm py-1 text-start after:absolute after:inset-0 after:rounded-card"
            >
              <span className="sr-only">View as of event {version}, </span>
              <Time at={event.occurredAt} show="seconds" /> · <Time at={event.occurredAt} instead="date" />
            </button>
            <ActorKindBadge actor={event.actor} />
            {saving ? <span>Saving…</span> : null}
            <RevertBadges narration={narration} originVersion={event.originVersion} onGoTo={goTo} />
            {folded > 0 ? (
              <FoldButton count={folded} isOpen={isOpen} onToggle={() => onToggle?.(version)} />
            ) : null}
          </p>
          {event.reason ? (
            <blockquote
              dir="auto"
              className="mt-1.5 border-s-2 border-line ps-2.5 text-dense break-words text-ink-2"
            >
              {event.reason}
            </blockquote>
          ) : null}
          {place === 'here' || narration.changes.length <= 3 ? (
            <ChangeTable changes={narration.changes} />
          ) : (
            <More count={narration.changes.length} />
          )}
        </div>
        <EventActions version={version} />
      </div>
    </article>
  );
});

/** Above the row's own target, and as high as a finger needs. */
function FoldButton({ count, isOpen, onToggle }: { count: number; isOpen: boolean; onToggle(): void }) {
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={onToggle}
      className="relative z-10 inline-flex min-h-6 items-center gap-0.5 rounded-sm hover:text-ink"
    >
      {count} folded
      <ChevronDown aria-hidden="true" className={cn('size-3.5', isOpen && 'rotate-180')} />
    </button>
  );
}

function More({ count }: { count: number }) {
  return <p className="mt-1 text-label text-ink-2">{count} values changed</p>;
}

function EventActions({ version }: { version: number }) {
  const items = useEventMenu(version);
  return (
    <span className="absolute end-1.5 top-1.5 z-10">
      <MenuIconButton
        label={`Actions for event ${version}`}
        size="small"
        icon={<Ellipsis aria-hidden="true" />}
        items={items}
      />
    </span>
  );
}
