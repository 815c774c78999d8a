import type { Leaf } from '../event-sourcing/event';
import type { EventWithChanges } from '../event-sourcing/workflow';
import type { InvoiceCommand } from './commands';
import type { InvoiceEvent } from './events';
import type { Invoice } from './invoice';
import { refusalOf } from './lawful';

/**
 * The command that gives these leaves of an invoice the values again that they had before an event, as a change of today;
 * null where there is none, or where it is not lawful any more.
 */
export function restate(
  event: EventWithChanges<InvoiceEvent>,
  paths: readonly string[],
  invoice: Invoice,
): InvoiceCommand | null {
  const command = commandOf(event, paths, invoice);
  return command && !refusalOf(command.type, invoice) ? command : null;
}

function commandOf(
  event: EventWithChanges<InvoiceEvent>,
  paths: readonly string[],
  { currency, customer, lines, paymentMethod }: Invoice,
): InvoiceCommand | null {
  const old = (prefix = ''): Record<string, Leaf> =>
    Object.fromEntries(
      paths.flatMap((path) => {
        const from = event.changes[path]?.from;
        return from === undefined || !path.startsWith(prefix) ? [] : [[path.slice(prefix.length), from]];
      }),
    );
  switch (event.type) {
    case 'due_date_changed':
    case 'memo_changed':
      return { type: 'change_details', ...old() };
    case 'line_changed': {
      const { lineId } = event.payload;
      const fields = old(`lines.${lineId}.`);
      if (!lines[lineId]) return null;
      return {
        type: 'change_line',
        lineId,
        ...fields,
        ...('unitPrice' in fields && { amountsIn: currency }),
      };
    }
    case 'customer_changed':
      return { type: 'change_customer', customer: { ...customer, ...old('customer.') } };
    case 'payment_method_updated':
      return { type: 'update_payment_method', ...paymentMethod, ...old('paymentMethod.') };
    default:
      return null;
  }
}
