'use client';

import { formatDay } from '@/lib/calendar';
import { formatMoney } from '@/lib/money';
import { FieldHistoryButton } from '../history/field-history-button';
import { PartActions } from './part-actions';
import { PartRow, PartSection, PartTable } from './part-table';
import { taxWithin } from './part-words';
import { partsInView, type Shown } from './parts-in-view';

/** Credit notes, each with its number and how much of it is tax. */
export function CreditNotesSection({ shown }: { shown: Shown }) {
  const parts = partsInView('credits', shown);
  if (parts.length === 0) return null;
  const money = (amount: number) => formatMoney(amount, shown.state.currency);
  return (
    <PartSection title="Credit notes">
      <PartTable caption="Credit notes" columns={['Day', 'Number']}>
        {parts.map(({ child, mark }) => (
          <PartRow
            key={child.id}
            day={formatDay(child.issuedOn)}
            title={child.number}
            detail={taxWithin(shown.state, child)}
            amount={`−${money(child.amount)}`}
            amountTone="text-money-out"
            mark={mark}
            history={
              <FieldHistoryButton
                id={`credits.${child.id}`}
                label="Credit note"
                of={child.number}
                className="me-1"
              />
            }
            actions={
              mark === 'gone' ? null : (
                <PartActions
                  label={`Actions for credit note ${child.number}`}
                  childId={child.id}
                  actions={[{ action: 'void_credit_note', label: 'Void credit note', tone: 'danger' }]}
                />
              )
            }
          />
        ))}
      </PartTable>
    </PartSection>
  );
}
