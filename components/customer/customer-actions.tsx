'use client';

import { Ellipsis, Pencil } from 'lucide-react';
import { useCallback } from 'react';
import type { Customer } from '@/lib/customer/customer';
import { refusalOf } from '@/lib/customer/decide';
import { useRecord } from '../history/record-context';
import { historyFiles } from '../history/record-files';
import { useOffer } from '../shell/commands-context';
import { Button } from '../ui/button';
import { MenuIconButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';
import { useCustomerDialogs } from './customer-dialogs';

/** What may be done with a customer: the details as a button, the rest in a menu. */
export function CustomerActions() {
  const { log, locked } = useRecord();
  const { open, give } = useCustomerDialogs();
  const customer = log.state as Customer;
  const refusal = locked ?? refusalOf('change_customer', customer)?.message ?? null;
  const items = useCallback(
    (): MenuItem[] => [
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
      { kind: 'separator' },
      ...historyFiles(customer.id),
    ],
    [customer.archived, customer.id, locked, open, give],
  );
  const offered = useCallback(
    (): MenuItem[] => [
      { label: 'Edit details', disabledReason: refusal, onSelect: () => open('details') },
      ...items(),
    ],
    [items, refusal, open],
  );
  useOffer('record', offered);
  return (
    <>
      <Button icon={<Pencil aria-hidden="true" />} disabledReason={refusal} onClick={() => open('details')}>
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
