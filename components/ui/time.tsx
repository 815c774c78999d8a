'use client';

import { formatRelative, formatTime, type TimeSettings, type TimeStyle } from '@/lib/format-time';
import { cn } from './cn';
import { useNow, useTimeSettings } from './time-context';
import { Tooltip } from './tooltip';

interface TimeProps {
  /** The instant, ISO with its offset. */
  at: string;
  /** "relative" shows "13 days ago" with the full date behind it; the others are as in `formatTime`. */
  show?: 'relative' | TimeStyle;
  /** Overrides the viewer's settings, for a page that is as of a moment in another zone. */
  settings?: TimeSettings;
  /** Overrides the moving "now". */
  now?: string;
  /** Puts it into the tab order, so that the full date can be had without a pointer. */
  focusable?: boolean;
  className?: string;
}

/** An instant. Whatever is shown, date, seconds and zone appear on hover, and on focus where it is focusable. */
export function Time({ at, show = 'relative', settings, now, focusable = false, className }: TimeProps) {
  const viewer = useTimeSettings();
  const clock = useNow();
  const chosen = settings ?? viewer;
  const full = formatTime(at, 'full', chosen);
  const from = now ?? clock;
  const words = show === 'relative' ? (from ? formatRelative(at, from) : full) : formatTime(at, show, chosen);
  // The zone's short name may differ between the server's ICU and the browser's.
  const time = (
    <time
      dateTime={at}
      suppressHydrationWarning
      title={focusable || words === full ? undefined : full}
      // Focus is the keyboard's way to the full date.
      tabIndex={focusable ? 0 : undefined}
      className={cn('tabular-nums', focusable && 'rounded-sm', className)}
    >
      {words}
    </time>
  );
  return focusable ? <Tooltip content={full}>{time}</Tooltip> : time;
}
