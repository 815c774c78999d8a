'use client';

import { formatRelative, formatTime, type TimeStyle } from '@/lib/format-time';
import { cn } from './cn';
import { useNow, useOnPaper, usePrefersAbsolute, useTimeSettings } from './time-context';

interface TimeProps {
  /** The instant, ISO with its offset. */
  at: string;
  /** "relative" shows "13 days ago", unless the reader wants dates; the others are as in `formatTime`. */
  show?: 'relative' | TimeStyle;
  /** What a relative time shows to whoever wants dates. */
  instead?: TimeStyle;
  /** In the tab order, so that the full date can be had without a pointer. */
  focusable?: boolean;
  className?: string;
}

/** An instant. Whatever is shown, date, seconds and zone appear on hover, and on focus where it is focusable: see `TimeTip`. */
export function Time({
  at,
  show = 'relative',
  instead = 'minute',
  focusable = show === 'relative',
  className,
}: TimeProps) {
  const settings = useTimeSettings();
  const now = useNow();
  const prefersAbsolute = usePrefersAbsolute();
  const written = useOnPaper() ? 'full' : prefersAbsolute || !now ? instead : null;
  const style = show === 'relative' ? written : show;
  return (
    <time
      dateTime={at}
      // The zone's short name may differ between the server's ICU and the browser's.
      suppressHydrationWarning
      // Focus is the keyboard's way to the full date; what can have it is as large as what can be pressed.
      tabIndex={focusable ? 0 : undefined}
      className={cn(
        'tabular-nums',
        focusable && '-my-1 inline-flex min-h-6 items-center rounded-sm',
        className,
      )}
    >
      {style || !now ? formatTime(at, style ?? instead, settings) : formatRelative(at, now)}
    </time>
  );
}
