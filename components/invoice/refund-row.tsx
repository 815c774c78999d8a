'use client';

import { formatDay } from '@/lib/calendar';
import type { KeptRefund } from '@/lib/invoice/invoice';
import { capitalized, refundStatusLabels } from '@/lib/invoice/labels';
import { type Currency, formatMoney } from '@/lib/money';
import { ChangedValue } from '../history/changed-value';
import { FieldHistoryButton } from '../history/field-history-button';
import { Badge } from '../ui/badge';
import { PartActions } from './part-actions';
import { BadgeDay, PartRow } from './part-table';
import { refundTitle } from './part-words';
import type { Part } from './parts-in-view';

const tones = { pending: 'message', settled: 'neutral', failed: 'danger' } as const;

/** A refund beneath its payment, and what became of it. */
export function RefundRow({ part, currency }: { part: Part<KeptRefund>; currency: Currency }) {
  const { id, amount, issuedOn, status, closedOn } = part.child;
  const money = formatMoney(amount, currency);
  const day = formatDay(issuedOn);
  const closed = status === 'pending' ? null : `It is ${refundStatusLabels[status]} already.`;
  const label = capitalized(refundStatusLabels[status]);
  return (
    <PartRow
      nested
      day={day}
      title={refundTitle(part.child)}
      badge={
        <ChangedValue
          change={part.changes.status}
          format={(value) => refundStatusLabels[value as KeptRefund['status']]}
        >
          <Badge tone={tones[status]}>
            {label}
            {closedOn ? <BadgeDay>{formatDay(closedOn)}</BadgeDay> : null}
          </Badge>
        </ChangedValue>
      }
      amount={status === 'failed' ? money : `−${money}`}
      amountTone={status === 'failed' ? 'text-ink-3' : 'text-money-out'}
      mark={part.mark}
      history={
        <FieldHistoryButton id={`refunds.${id}`} label="Refund" of={`${money} of ${day}`} className="me-1" />
      }
      actions={
        part.mark === 'gone' ? null : (
          <PartActions
            label={`Actions for refund ${money} of ${day}`}
            childId={id}
            actions={[
              { action: 'settle_refund', label: 'Mark as settled', disabledReason: closed },
              { action: 'fail_refund', label: 'Mark as failed', disabledReason: closed },
              { action: 'cancel_refund', label: 'Cancel refund', tone: 'danger', disabledReason: closed },
            ]}
          />
        )
      }
    />
  );
}
