'use client';

import { dayIn, formatDay } from '@/lib/calendar';
import type { KeptAttempt } from '@/lib/invoice/invoice';
import { capitalized, paymentMethodLabels } from '@/lib/invoice/labels';
import { type Currency, formatMoney } from '@/lib/money';
import { FieldHistoryButton } from '../history/field-history-button';
import { useCompany } from '../shell/company-context';
import { Badge } from '../ui/badge';
import { PartActions } from './part-actions';
import { BadgeDay, PartRow } from './part-table';
import { attemptDetail } from './part-words';
import type { Part } from './parts-in-view';

/** A payment that failed: why, and whether it was tried again. */
export function AttemptRow({ part, currency }: { part: Part<KeptAttempt>; currency: Currency }) {
  const { timeZone } = useCompany();
  const { id, amount, method, failedOn, retriedAt } = part.child;
  const money = formatMoney(amount, currency);
  const day = formatDay(failedOn);
  const retried = retriedAt ? formatDay(dayIn(timeZone, retriedAt)) : null;
  return (
    <PartRow
      day={day}
      title={capitalized(paymentMethodLabels[method])}
      badge={
        <>
          <Badge tone="danger">Failed</Badge>
          {retried ? (
            <Badge tone={part.changes.retriedAt ? 'money-in' : 'neutral'}>
              Tried again
              <BadgeDay>{retried}</BadgeDay>
            </Badge>
          ) : null}
        </>
      }
      detail={attemptDetail(part.child)}
      amount={money}
      amountTone="text-ink-3"
      mark={part.mark}
      history={
        <FieldHistoryButton
          id={`attempts.${id}`}
          label="Failed payment"
          of={`${money} of ${day}`}
          className="me-1"
        />
      }
      actions={
        part.mark === 'gone' ? null : (
          <PartActions
            label={`Actions for failed payment ${money} of ${day}`}
            childId={id}
            actions={[
              {
                action: 'retry_payment',
                label: 'Retry payment',
                disabledReason: retried && `It was tried again on ${retried} already.`,
              },
            ]}
          />
        )
      }
    />
  );
}
