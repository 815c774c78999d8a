import type { ToldEvent } from '@/lib/told-event';
import { RecordLink } from '../invoice-list/record-link';
import { cn } from '../ui/cn';

interface RecordTitleProps {
  record: ToldEvent['record'];
  version: number;
  /** Makes the whole row lead there. */
  stretched?: boolean;
}

/** A record by its name, leading to it as it was right after an event. */
export function RecordTitle({ record, version, stretched = false }: RecordTitleProps) {
  const { title, detail, href } = record;
  return (
    <>
      {href ? (
        <RecordLink
          href={href}
          className={cn(
            '-my-1 inline-flex min-h-6 items-center rounded-sm font-medium text-ink tabular-nums hover:underline',
            stretched && 'after:absolute after:inset-0 after:rounded-card',
          )}
        >
          {title}
          <span className="sr-only">, as of event {version}</span>
        </RecordLink>
      ) : (
        <span className="font-medium">{title}</span>
      )}
      {detail ? <span className="truncate text-ink-2">{detail}</span> : null}
    </>
  );
}
