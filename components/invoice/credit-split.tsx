import type { Invoice } from '@/lib/invoice/invoice';
import { creditByRate } from '@/lib/invoice/totals';
import { formatMoney, formatRate } from '@/lib/money';

/** How much of a credit note is net and tax at each rate. */
export function CreditSplit({ invoice, amount }: { invoice: Invoice; amount: number }) {
  const money = (value: number) => formatMoney(value, invoice.currency);
  return (
    <table className="w-full text-label tabular-nums">
      <caption className="sr-only">By tax rate</caption>
      <thead>
        <tr className="text-ink-2 [&>th]:pb-1 [&>th]:font-medium">
          <th scope="col" className="text-start">
            Tax rate
          </th>
          <th scope="col" className="text-end">
            Net
          </th>
          <th scope="col" className="text-end">
            Tax
          </th>
        </tr>
      </thead>
      <tbody>
        {creditByRate(invoice, { amount }).map(({ rate, net, tax }) => (
          <tr key={rate} className="[&>*]:border-t [&>*]:border-line [&>*]:py-1">
            <th scope="row" className="text-start font-normal">
              {formatRate(rate)}
            </th>
            <td className="text-end">{money(net)}</td>
            <td className="text-end">{money(tax)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
