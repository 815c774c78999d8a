'use client';

import { formatDay } from '@/lib/calendar';
import { isolated } from '@/lib/event-sourcing/isolated';
import type { KeptDispute } from '@/lib/invoice/invoice';
import { disputeLabels } from '@/lib/invoice/labels';
import { type Currency, formatMoney } from '@/lib/money';
import { ChangedValue } from '../history/changed-value';
import { FieldHistoryButton } from '../history/field-history-button';
import { Badge, type BadgeTone } from '../ui/badge';
import { PartActions } from './part-actions';
import { BadgeDay, PartRow } from './part-table';
import type { Part } from './parts-in-view';

const outcomes: Record<'won' | 'lost' | 'open', { label: string; tone: BadgeTone }> = {
  won: { label: 'Won', tone: 'money-in' },
  lost: { label: 'Lost', tone: 'danger' },
  open: { label: 'Open', tone: 'money-out' },
};

/** A dispute beneath its payment, and how it ended. */
export function DisputeRow({ part, currency }: { part: Part<KeptDispute>; currency: Currency }) {
  const { id, amount, category, openedOn, reference, outcome, closedOn } = part.child;
  const money = formatMoney(amount, currency);
  const day = formatDay(openedOn);
  const closed = outcome && `It was ${outcome} already.`;
  const { label, tone } = outcomes[outcome ?? 'open'];
  return (
    <PartRow
      nested
      day={day}
      title={`Dispute: ${disputeLabels[category]}`}
      badge={
        <ChangedValue change={part.change('outcome')} format={String}>
          <Badge tone={tone}>
            {label}
            {closedOn ? <BadgeDay>{formatDay(closedOn)}</BadgeDay> : null}
          </Badge>
        </ChangedValue>
      }
      detail={[outcome === 'lost' && 'Charged back', reference && isolated(reference)]
        .filter(Boolean)
        .join(' · ')}
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
