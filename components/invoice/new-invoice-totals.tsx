import type { Preview } from '@/lib/invoice/typed-invoice';
import { formatMoney, formatRate } from '@/lib/money';

/** What the new invoice comes to so far. */
export function NewInvoiceTotals({ preview: { currency, totals } }: { preview: Preview }) {
  return (
    <dl className="ms-auto w-full max-w-80 text-dense tabular-nums">
      <Row label="Subtotal">{formatMoney(totals.net, currency)}</Row>
      {totals.taxes
        .filter(({ rate }) => rate > 0)
        .map(({ rate, tax }) => (
          <Row key={rate} label={`Tax ${formatRate(rate)}`}>
            {formatMoney(tax, currency)}
          </Row>
        ))}
      <div className="mt-1.5 flex items-baseline justify-between gap-6 border-t border-line pt-2.5 text-emphasis font-semibold text-ink">
        <dt>Total</dt>
        <dd>{formatMoney(totals.total, currency)}</dd>
      </div>
    </dl>
  );
}

function Row({ label, children }: { label: string; children: string }) {
  return (
    <div className="flex items-baseline justify-between gap-6 py-1">
      <dt className="text-ink-2">{label}</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  );
}
