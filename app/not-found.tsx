import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonStyles } from '@/components/ui/button-styles';
import { EmptyState } from '@/components/ui/empty-state';

export const metadata: Metadata = { title: 'No such page' };

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<SearchX />}
        title={<h1>There is no page at this address</h1>}
        action={
          <Link href="/invoices" className={buttonStyles()}>
            Go to invoices
          </Link>
        }
      >
        The link may be old or cut off. Check the address, or look for the record in the list.
      </EmptyState>
    </main>
  );
}
