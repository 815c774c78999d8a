import { Plus } from 'lucide-react';
import Link from 'next/link';
import { readOnlyReason } from '@/lib/access';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';

/** The way to a new invoice; for who may not write one, a button that says why. */
export function NewInvoiceLink({ mayWrite }: { mayWrite: boolean }) {
  const icon = <Plus aria-hidden="true" />;
  if (!mayWrite) {
    return (
      <Button variant="primary" icon={icon} disabledReason={readOnlyReason}>
        New invoice
      </Button>
    );
  }
  return (
    <Link
      href="/invoices/new"
      className={buttonStyles({ variant: 'primary', className: 'hover:bg-accent-strong' })}
    >
      {icon}
      New invoice
    </Link>
  );
}
