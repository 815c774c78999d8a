'use client';

import type { ReactNode } from 'react';
import { isolated } from '@/lib/event-sourcing/isolated';
import { discountSize } from '@/lib/invoice/describe';
import { discountAmount, totalsOf } from '@/lib/invoice/totals';
import { formatMoney } from '@/lib/money';
import { FieldHistoryButton, fieldArea } from '../history/field-history-button';
import { cn } from '../ui/cn';
import { balanceLabel, type Figure, figuresOf, settlementOf, signed, taxFiguresOf } from './invoice-figures';
import { useLinesEditable } from './line-actions';
import { MarkNote } from './mark-note';
import { PartActions } from './part-actions';
import { markStyle, partsInView, type Shown } from './parts-in-view';

/** Lines, discounts, tax by rate, total, what was settled, and what is still owed. */
export function InvoiceTotals({ shown }: { shown: Shown }) {
  const { state } = shown;
  const { lines, balance } = totalsOf(state);
  const menus = useLinesEditable() && Object.keys(state.lines).length > 0;
  const was = wasOf(shown);
  const money = (amount: number) => signed(amount, state);
  return (
    // Where lines have a menu, the figures stand below the amounts before it.
    <dl className={cn('ms-auto mt-3 w-full max-w-88 text-dense tabular-nums', menus && 'pe-8')}>
      <Row label="Subtotal" was={was('Subtotal', lines)}>
        {money(lines)}
      </Row>
      <Discounts shown={shown} />
      {[...taxFiguresOf(state), ...settlementOf(state)].map(({ label, amount, tone, strong }) => (
        <Row key={label} label={label} was={was(label, amount)} tone={tone} strong={strong}>
          {money(amount)}
        </Row>
      ))}
      <div className={cn(rowStyle(was(balanceLabel, balance) !== null), balanceStyle)}>
        <dt>{balance < 0 ? 'Overpaid by' : balanceLabel}</dt>
        <dd>
          <FieldHistoryButton id={`figures.${balanceLabel}`} label={balanceLabel} className="me-1" />
          {formatMoney(Math.abs(balance), state.currency)}
          <Was>{was(balanceLabel, balance)}</Was>
        </dd>
      </div>
    </dl>
  );
}

/** What a figure was before the event in view, where it was another one; null while it is now. */
function wasOf({ before, changes }: Shown): (label: string, amount: number) => string | null {
  // A record's first event has nothing before it.
  if (!before.id || Object.keys(changes).length === 0) return () => null;
  const figures = figuresOf(before);
  return (label, amount) => {
    const was = figures.find((figure) => figure.label === label)?.amount ?? 0;
    return was === amount ? null : signed(was, before);
  };
}

function Discounts({ shown }: { shown: Shown }) {
  const editable = useLinesEditable();
  return partsInView('discounts', shown).map(({ child, mark }) => {
    const size = discountSize(child, shown.state);
    return (
      <div key={child.id} className={cn(rowStyle(false), 'relative', markStyle(mark))}>
        <dt className={cn('min-w-0 break-words', !mark && 'text-ink-2')}>
          <bdi>{child.description}</bdi>
          {child.rate === null ? null : `, ${size}`}
          <MarkNote mark={mark} />
        </dt>
        <dd className="whitespace-nowrap">
          <FieldHistoryButton
            id={`discounts.${child.id}`}
            label="Discount"
            of={isolated(child.description)}
            className="me-1"
          />
          −{formatMoney(discountAmount(shown.state, child), shown.state.currency)}
        </dd>
        {editable && mark !== 'gone' ? (
          <dd className="absolute -end-6.5 -top-0.5 print:hidden">
            <PartActions
              label={`Actions for the discount ${isolated(child.description)}`}
              childId={child.id}
              actions={[{ action: 'withdraw_discount', label: 'Withdraw discount', tone: 'danger' }]}
            />
          </dd>
        ) : null}
      </div>
    );
  });
}

const rowStyle = (changed: boolean) =>
  cn(
    fieldArea,
    '-mx-1.5 flex items-baseline justify-between gap-6 rounded-sm px-1.5 py-1',
    changed && 'bg-accent-soft',
  );

/** Below a line of its own, which is no part of what is tinted. */
const balanceStyle =
  'relative mt-4 text-emphasis font-semibold text-ink before:absolute before:inset-x-1.5 before:-top-2 before:border-t before:border-line';

interface RowProps {
  label: string;
  /** What it was, where the event in view changed it. */
  was: string | null;
  tone?: Figure['tone'];
  strong?: true | undefined;
  children: ReactNode;
}

const tones = { 'money-in': 'text-money-in', 'money-out': 'text-money-out' };

function Row({ label, was, tone, strong, children }: RowProps) {
  return (
    <div className={cn(rowStyle(was !== null), strong && 'font-semibold')}>
      <dt className={strong ? 'text-ink' : 'text-ink-2'}>{label}</dt>
      <dd className={tone ? tones[tone] : 'text-ink'}>
        <FieldHistoryButton id={`figures.${label}`} label={label} className="me-1" />
        {children}
        <Was>{was}</Was>
      </dd>
    </div>
  );
}

function Was({ children }: { children: string | null }) {
  return children === null ? null : <span className="sr-only">, was {children}</span>;
}
