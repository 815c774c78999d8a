'use client';

import { formatDay } from '@/lib/calendar';
import type { KeptDispute } from '@/lib/invoice/invoice';
import { type Currency, formatMoney } from '@/lib/money';
import { ChangedValue } from '../history/changed-value';
import { FieldHistoryButton } from '../history/field-history-button';
import { Badge, type BadgeTone } from '../ui/badge';
import { PartActions } from './part-actions';
import { BadgeDay, PartRow } from './part-table';
import { disputeDetail, disputeTitle, outcomeLabels } from './part-words';
import type { Part } from './parts-in-view';

const tones: Record<keyof typeof outcomeLabels, BadgeTone> = {
  won: 'money-in',
  lost: 'danger',
  open: 'money-out',
};

/** A dispute beneath its payment, and how it ended. */
export function DisputeRow({ part, currency }: { part: Part<KeptDispute>; currency: Currency }) {
  const { id, amount, openedOn, outcome, closedOn } = part.child;
  const money = formatMoney(amount, currency);
  const day = formatDay(openedOn);
  const closed = outcome && `It was ${outcome} already.`;
  const result = outcome ?? 'open';
  return (
    <PartRow
      nested
      day={day}
      title={disputeTitle(part.child)}
      badge={
        <ChangedValue change={part.changes.outcome} format={String}>
          <Badge tone={tones[result]}>
            {outcomeLabels[result]}
            {closedOn ? <BadgeDay>{formatDay(closedOn)}</BadgeDay> : null}
          </Badge>
        </ChangedValue>
      }
      detail={disputeDetail(part.child)}
      amount={outcome === 'lost' ? `−${money}` : money}
      amountTone={outcome === 'lost' ? 'text-money-out' : 'text-ink-2'}
      mark={part.mark}
      history={
        <FieldHistoryButton
          id={`disputes.${id}`}
          label="Dispute"
          of={`${money} of ${day}`}
          className="me-1"
        />
      }
      actions={
        part.mark === 'gone' ? null : (
          <PartActions
            label={`Actions for dispute ${money} of ${day}`}
            childId={id}
            actions={[
              { action: 'win_dispute', label: 'Mark as won', disabledReason: closed },
              { action: 'lose_dispute', label: 'Mark as lost', disabledReason: closed },
              { action: 'withdraw_dispute', label: 'Withdraw dispute', disabledReason: closed },
            ]}
          />
        )
      }
    />
  );
}
