import type { Violation } from '../event-sourcing/workflow';
import { largestAmount } from '../money';
import { mostDiscounts } from './allowed-values';
import type { Invoice } from './invoice';
import { refundable, totalsOf } from './totals';

/** What must hold of every invoice at the end of every operation, whatever led to it. */
export function violations(invoice: Invoice): readonly Violation[] {
  if (!invoice.id) return [];
  const found: Violation[] = [];
  const { total, credited, discount, lines } = totalsOf(invoice);
  if (invoice.finalizedAt && Object.keys(invoice.lines).length === 0) {
    found.push({
      code: 'no_lines',
      message: 'A finalized invoice keeps at least one line.',
      paths: ['finalizedAt', 'lines'],
    });
  }
  if (total > largestAmount) {
    found.push({
      code: 'total_too_large',
      message: 'The total is beyond what an invoice can hold.',
      paths: ['lines'],
    });
  }
  if (Object.keys(invoice.discounts).length > mostDiscounts) {
    found.push({
      code: 'too_many_discounts',
      message: `An invoice has at most ${mostDiscounts} discounts. Take one off first, or grant one that is their sum.`,
      paths: ['discounts'],
    });
  }
  if (discount > lines) {
    found.push({
      code: 'discount_too_large',
      message: 'The discounts would be more than the lines come to.',
      paths: ['discounts', 'lines'],
    });
  }
  if (credited > Math.max(total, 0)) {
    found.push({
      code: 'credited_too_much',
      message: 'The credit notes would be more than the invoice’s total.',
      paths: ['credits', 'lines', 'discounts'],
    });
  }
  for (const id of new Set(takenBack(invoice))) {
    if (refundable(invoice, id) >= 0) continue;
    found.push({
      code: 'refunded_too_much',
      message: 'Refunds and disputes would be more than the payment they are of.',
      paths: [`payments.${id}`, 'refunds', 'disputes'],
    });
  }
  return found;
}

/** The payments that refunds and disputes are of. */
function takenBack({ refunds, disputes }: Invoice): string[] {
  return [...Object.values(refunds), ...Object.values(disputes)].map(({ paymentId }) => paymentId);
}
