import { Plus } from 'lucide-react';
import Link from 'next/link';
import { readOnlyReason } from '@/lib/access';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';

interface NewInvoiceLinkProps {
  mayWrite: boolean;
  /** Why nothing can be written now, whoever asks. */
  locked?: string | null;
}

/** The way to a new invoice; where none may be written, a button that says why. */
export function NewInvoiceLink({ mayWrite, locked = null }: NewInvoiceLinkProps) {
  const icon = <Plus aria-hidden="true" />;
  const refusal = mayWrite ? locked : readOnlyReason;
  if (refusal) {
    return (
      <Button variant="primary" icon={icon} disabledReason={refusal}>
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
