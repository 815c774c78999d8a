import { Plus } from 'lucide-react';
import Link from 'next/link';
import { readOnlyReason } from '@/lib/access';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';

/** The way to a new customer; for who may not add one, a button that says why. */
export function NewCustomerLink({ mayWrite }: { mayWrite: boolean }) {
  const icon = <Plus aria-hidden="true" />;
  if (!mayWrite) {
    return (
      <Button variant="primary" icon={icon} disabledReason={readOnlyReason}>
        New customer
      </Button>
    );
  }
  return (
    <Link
      href="/customers/new"
      className={buttonStyles({ variant: 'primary', className: 'hover:bg-accent-strong' })}
    >
      {icon}
      New customer
    </Link>
  );
}
