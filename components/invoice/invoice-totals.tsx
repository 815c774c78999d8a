'use client';

import type { ReactNode } from 'react';
import { formatDay } from '@/lib/calendar';
import type { Changes } from '@/lib/event-sourcing/event';
import type { Payment } from '@/lib/invoice/events';
import type { Invoice } from '@/lib/invoice/invoice';
import { paymentMethodLabels } from '@/lib/invoice/labels';
import { totalsOf } from '@/lib/invoice/totals';
import { formatMoney, formatRate } from '@/lib/money';
import { cn } from '../ui/cn';

interface InvoiceTotalsProps {
  invoice: Invoice;
  before: Invoice;
  changes: Changes;
}

/** Net, tax by rate, total, each payment, and what is still owed. */
export function InvoiceTotals({ invoice, before, changes }: InvoiceTotalsProps) {
  const totals = totalsOf(invoice);
  const money = (amount: number) => formatMoney(amount, invoice.currency);
  const taken = Object.values(before.payments).filter(
    (payment) => !invoice.payments[payment.id] && changes[`payments.${payment.id}.id`],
  );
  const payments = [...Object.values(invoice.payments), ...taken].sort((a, b) =>
    a.receivedOn < b.receivedOn ? -1 : 1,
  );
  const { balance } = totals;
  return (
    <dl className="ms-auto mt-3 w-full max-w-80 text-dense tabular-nums">
      <Row label="Subtotal">{money(totals.net)}</Row>
      {totals.taxes
        .filter(({ rate }) => rate > 0)
        .map(({ rate, tax }) => (
          <Row key={rate} label={`Tax ${formatRate(rate)}`}>
            {money(tax)}
          </Row>
        ))}
      <Row label="Total" strong>
        {money(totals.total)}
      </Row>
      {payments.map((payment) => (
        <PaymentRow
          key={payment.id}
          payment={payment}
          money={money}
          mark={
            changes[`payments.${payment.id}.id`] ? (invoice.payments[payment.id] ? 'came' : 'gone') : null
          }
        />
      ))}
      <div className="mt-1.5 flex items-baseline justify-between gap-6 border-t border-line pt-2.5 text-emphasis font-semibold text-ink">
        <dt>{balance < 0 ? 'Overpaid by' : 'Balance due'}</dt>
        <dd>{money(Math.abs(balance))}</dd>
      </div>
    </dl>
  );
}

function Row({ label, strong, children }: { label: ReactNode; strong?: boolean; children: ReactNode }) {
  return (
    <div className={cn('flex items-baseline justify-between gap-6 py-1', strong && 'font-semibold')}>
      <dt className={strong ? 'text-ink' : 'text-ink-2'}>{label}</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  );
}

interface PaymentRowProps {
  payment: Payment;
  money(amount: number): string;
  mark: 'came' | 'gone' | null;
}

function PaymentRow({ payment, money, mark }: PaymentRowProps) {
  return (
    <div
      className={cn(
        '-mx-1.5 flex items-baseline justify-between gap-6 rounded-sm px-1.5 py-1',
        mark === 'came' && 'bg-added-soft',
        mark === 'gone' && 'bg-removed-soft text-removed line-through',
      )}
    >
      <dt className={mark === 'gone' ? undefined : 'text-ink-2'}>
        Paid by {paymentMethodLabels[payment.method]}, {formatDay(payment.receivedOn)}
      </dt>
      <dd className={mark === 'gone' ? undefined : 'text-money-in'}>−{money(payment.amount)}</dd>
    </div>
  );
}
