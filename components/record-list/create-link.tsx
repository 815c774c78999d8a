import { Plus } from 'lucide-react';
import Link from 'next/link';
import { readOnlyReason } from '@/lib/access';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';

interface CreateLinkProps {
  href: string;
  label: string;
  mayWrite: boolean;
  /** Why nothing can be made now, or null. */
  locked: string | null;
}

/** Leads to the form for a new record; says why where there is none for this person. */
export function CreateLink({ href, label, mayWrite, locked }: CreateLinkProps) {
  const icon = <Plus aria-hidden="true" />;
  const reason = mayWrite ? locked : readOnlyReason;
  if (reason) {
    return (
      <Button variant="primary" icon={icon} disabledReason={reason}>
        {label}
      </Button>
    );
  }
  return (
    <Link href={href} className={buttonStyles({ variant: 'primary', className: 'hover:bg-accent-strong' })}>
      {icon}
      {label}
    </Link>
  );
}
