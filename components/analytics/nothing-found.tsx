import Link from 'next/link';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import type { AnalyticsAddress } from './analytics-address';

interface NothingFoundProps {
  /** What there is none of. */
  title: string;
  /** The page without filters. */
  path: string;
  address: AnalyticsAddress;
}

/** In place of pictures and tables that would all say the same: there is nothing to count, and what to do. */
export function NothingFound({ title, path, address }: NothingFoundProps) {
  const narrowed = Object.values(address).some((value) => value !== null);
  return (
    <Card>
      <EmptyState
        title={<h2>{title}</h2>}
        action={
          narrowed ? (
            <Link href={path} className={buttonStyles()}>
              Clear filters
            </Link>
          ) : null
        }
      >
        {narrowed
          ? 'Nothing in what is asked about counts. Choose another period or others, or clear the filters.'
          : 'It is counted here as soon as it happens. Which events count can be chosen below.'}
      </EmptyState>
    </Card>
  );
}
