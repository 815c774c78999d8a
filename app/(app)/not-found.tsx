import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { buttonStyles } from '@/components/ui/button-styles';
import { EmptyState } from '@/components/ui/empty-state';

/** A record that isn't there, inside the shell. */
export default function NotFound() {
  return (
    <EmptyState
      className="py-24"
      icon={<SearchX />}
      title={<h1>There is no such record</h1>}
      action={
        <Link href="/invoices" className={buttonStyles()}>
          Go to invoices
        </Link>
      }
    >
      Its number may be mistyped. Records are never deleted, so it isn’t gone: look for it in the list.
    </EmptyState>
  );
}
