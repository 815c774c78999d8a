'use client';

import { Ellipsis, Pencil } from 'lucide-react';
import type { Customer } from '@/lib/customer/customer';
import { refusalOf } from '@/lib/customer/decide';
import { useRecord } from '../history/record-context';
import { Button } from '../ui/button';
import { MenuIconButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';
import { useCustomerDialogs } from './customer-dialogs';

/** What may be done with a customer: the details as a button, the rest in a menu. */
export function CustomerActions() {
  const { log, locked } = useRecord();
  const { open, give } = useCustomerDialogs();
  const customer = log.state as Customer;
  const items = (): MenuItem[] => [
    { label: 'Add note', disabledReason: locked, onSelect: () => open('note') },
    customer.archived
      ? {
          label: 'Bring back',
          disabledReason: locked,
          onSelect: () => give({ type: 'unarchive_customer' }, 'The customer is back'),
        }
      : {
          label: 'Archive',
          disabledReason: locked,
          onSelect: () =>
            give(
              { type: 'archive_customer' },
              'Customer archived. They are not suggested for new invoices any more; Undo brings them back.',
            ),
        },
  ];
  return (
    <>
      <Button
        icon={<Pencil aria-hidden="true" />}
        disabledReason={locked ?? refusalOf('change_customer', customer)?.message ?? null}
        onClick={() => open('details')}
      >
        Edit details
      </Button>
      <MenuIconButton
        label="More actions"
        variant="secondary"
        items={items}
        icon={<Ellipsis aria-hidden="true" />}
      />
    </>
  );
}
