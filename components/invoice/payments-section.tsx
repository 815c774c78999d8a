'use client';

import { Fragment } from 'react';
import { formatDay } from '@/lib/calendar';
import type { Payment } from '@/lib/invoice/events';
import { capitalized, paymentMethodLabels } from '@/lib/invoice/labels';
import { reasonAgainstDispute, reasonAgainstRefund } from '@/lib/invoice/payment-links';
import { formatMoney } from '@/lib/money';
import { FieldHistoryButton } from '../history/field-history-button';
import { AttemptRow } from './attempt-row';
import { DisputeRow } from './dispute-row';
import { PartActions } from './part-actions';
import { PartRow, PartSection, PartTable } from './part-table';
import { type Part, partsInView, type Shown } from './parts-in-view';
import { RefundRow } from './refund-row';

/** Payments and those that failed, by day; beneath each payment what was refunded and disputed of it. */
export function PaymentsSection({ shown }: { shown: Shown }) {
  const payments = partsInView('payments', shown).map((part) => ({
    day: part.child.receivedOn,
    id: part.child.id,
    row: <PaymentRows part={part} shown={shown} />,
  }));
  const attempts = partsInView('attempts', shown).map((part) => ({
    day: part.child.failedOn,
    id: part.child.id,
    row: <AttemptRow part={part} currency={shown.state.currency} />,
  }));
  // Of one day the failed ones stand first: a payment usually follows on them.
  const rows = [...attempts, ...payments].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (rows.length === 0) return null;
  return (
    <PartSection title="Payments">
      <PartTable caption="Payments" columns={['Day', 'Payment']}>
        {rows.map(({ id, row }) => (
          <Fragment key={id}>{row}</Fragment>
        ))}
      </PartTable>
    </PartSection>
  );
}

function PaymentRows({ part, shown }: { part: Part<Payment>; shown: Shown }) {
  const { id, amount, method, receivedOn, reference } = part.child;
  const { currency } = shown.state;
  const money = formatMoney(amount, currency);
  const belongs = <T extends { paymentId: string }>({ child }: Part<T>) => child.paymentId === id;
  return (
    <>
      <PartRow
        day={formatDay(receivedOn)}
        title={capitalized(paymentMethodLabels[method])}
        detail={reference}
        amount={money}
        amountTone="font-medium text-money-in"
        mark={part.mark}
        history={
          <FieldHistoryButton
            id={`payments.${id}`}
            label="Payment"
            of={`${money} of ${formatDay(receivedOn)}`}
            className="me-1"
          />
        }
        actions={
          part.mark === 'gone' ? null : (
            <PartActions
              label={`Actions for payment ${money} of ${formatDay(receivedOn)}${reference ? `, ${reference}` : ''}`}
              childId={id}
              actions={[
                {
                  action: 'issue_refund',
                  label: 'Refund',
                  disabledReason: reasonAgainstRefund(shown.state, id),
                },
                {
                  action: 'open_dispute',
                  label: 'Record dispute',
                  disabledReason: reasonAgainstDispute(shown.state, id),
                },
              ]}
            />
          )
        }
      />
      {partsInView('refunds', shown)
        .filter(belongs)
        .map((refund) => (
          <RefundRow key={refund.child.id} part={refund} currency={currency} />
        ))}
      {partsInView('disputes', shown)
        .filter(belongs)
        .map((dispute) => (
          <DisputeRow key={dispute.child.id} part={dispute} currency={currency} />
        ))}
    </>
  );
}
