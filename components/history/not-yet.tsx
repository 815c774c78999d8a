import { CalendarClock } from 'lucide-react';
import Link from 'next/link';
import { buttonStyles } from '../ui/button-styles';
import { EmptyState } from '../ui/empty-state';
import { Time } from '../ui/time';

interface NotYetProps {
  /** What the record is called now. */
  title: string;
  /** The moment that the address names, before the creation. */
  moment: string;
  createdAt: string;
  /** The address of the record as it is now. */
  href: string;
}

/** A record at a moment before it was created: it is there, but was not yet. */
export function NotYet({ title, moment, createdAt, href }: NotYetProps) {
  return (
    <EmptyState
      className="py-24"
      icon={<CalendarClock />}
      title={
        <h1>
          <bdi>{title}</bdi> did not exist yet
        </h1>
      }
      action={
        <>
          <Link href={`${href}?version=1`} className={buttonStyles({ variant: 'primary' })}>
            Show its creation
          </Link>
          <Link href={href} className={buttonStyles()}>
            Show it now
          </Link>
        </>
      }
    >
      The address asks for <Time at={moment} show="seconds" />. It was created on{' '}
      <Time at={createdAt} show="seconds" />.
    </EmptyState>
  );
}
