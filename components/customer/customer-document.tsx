'use client';

import { X } from 'lucide-react';
import type { Customer } from '@/lib/customer/customer';
import type { Changes } from '@/lib/event-sourcing/event';
import { ChangedValue } from '../history/changed-value';
import { FieldHistoryButton, fieldArea, roomAfter } from '../history/field-history-button';
import { useRecord } from '../history/record-context';
import { useShownState } from '../history/use-shown-state';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { Difference } from '../ui/difference';
import { IconButton } from '../ui/icon-button';
import { useCustomerDialogs } from './customer-dialogs';

const rows = [
  ['name', 'Name'],
  ['email', 'Email'],
  ['address', 'Address'],
  ['taxId', 'Tax id'],
] as const;

/** Who the customer was at the moment in view; what the event there changed is marked. */
export function CustomerDocument() {
  const { state, before, changes } = useShownState<Customer>();
  return (
    <Card className="px-4 py-4 sm:py-5">
      <dl className="grid grid-cols-[4rem_minmax(0,1fr)] sm:grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-2.5 text-dense">
        {rows.map(([field, label]) => (
          <div key={field} className={cn(fieldArea, 'col-span-2 grid grid-cols-subgrid items-baseline')}>
            <dt className="text-ink-2">{label}</dt>
            <dd className={cn(roomAfter, 'font-medium break-words whitespace-pre-line text-ink')}>
              <ChangedValue change={changes[field]} format={String}>
                {state[field] ?? <span className="font-normal text-ink-3">none given</span>}
              </ChangedValue>
              <FieldHistoryButton id={field} label={label} after />
            </dd>
          </div>
        ))}
      </dl>
      <Notes customer={state} before={before} changes={changes} />
    </Card>
  );
}

interface NotesProps {
  customer: Customer;
  before: Customer;
  changes: Changes;
}

/** What colleagues wrote down; a note that the event in view added or withdrew is marked. */
function Notes({ customer, before, changes }: NotesProps) {
  const { locked } = useRecord();
  const { give } = useCustomerDialogs();
  const shown = Object.values({ ...before.notes, ...customer.notes }).filter(
    ({ id }) => id in customer.notes || `notes.${id}.id` in changes,
  );
  if (shown.length === 0) return null;
  return (
    <div className="mt-6 border-t border-line pt-4">
      <h2 className="text-label font-medium text-ink-2">Notes</h2>
      <ul className="mt-1 flex flex-col">
        {shown.map(({ id, text }) => (
          <li key={id} className={cn(fieldArea, 'flex items-start justify-between gap-3 py-1 text-dense')}>
            <p dir="auto" className={cn(roomAfter, 'min-w-0 py-1 break-words whitespace-pre-line')}>
              {`notes.${id}.id` in changes ? (
                <Difference
                  before={id in customer.notes ? null : text}
                  after={id in customer.notes ? text : null}
                />
              ) : (
                text
              )}
              <FieldHistoryButton id={`notes.${id}`} label="Note" after />
            </p>
            <IconButton
              label="Withdraw note"
              size="small"
              icon={<X aria-hidden="true" />}
              disabledReason={locked}
              onClick={() =>
                give({ type: 'withdraw_note', noteId: id }, 'Note withdrawn. Undo brings it back.')
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
