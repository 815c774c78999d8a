import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { changedFields } from '../event-sourcing/changed-fields';
import { quoted } from '../event-sourcing/isolated';
import { exponentOf, toDecimalText } from '../money';
import { largestUnitPrice } from './allowed-values';
import type { CommandOf } from './commands';
import { alreadyThere, type Context, events, type InvoiceDecision, notThere, refused } from './decision';
import type { Discount, InvoiceEvent } from './events';
import { type Invoice, linesInOrder } from './invoice';

type DraftCommand = CommandOf<
  | 'create_invoice'
  | 'add_line'
  | 'change_line'
  | 'remove_line'
  | 'grant_discount'
  | 'withdraw_discount'
  | 'change_customer'
  | 'change_currency'
>;

/** What can be changed only while nobody has the invoice yet: lines, discounts, customer, currency. */
export function decideDraft(command: DraftCommand, invoice: Invoice, context: Context): InvoiceDecision {
  switch (command.type) {
    case 'create_invoice':
      return create(command, context);
    case 'add_line':
      return addLine(command, invoice);
    case 'change_line':
      return changeLine(command, invoice);
    case 'remove_line':
      if (!invoice.lines[command.lineId]) return notThere('line', 'lineId');
      return events({ type: 'line_removed', payload: { lineId: command.lineId } });
    case 'grant_discount':
      if (invoice.discounts[command.discount.id]) return alreadyThere('discount', 'discount.id');
      return events(granted(command.discount));
    case 'withdraw_discount':
      if (!invoice.discounts[command.discountId]) return notThere('discount', 'discountId');
      return events({ type: 'discount_withdrawn', payload: { discountId: command.discountId } });
    case 'change_customer': {
      const changed = changedFields(invoice.customer, command.customer);
      return changed ? events({ type: 'customer_changed', payload: changed }) : events();
    }
    case 'change_currency':
      return changeCurrency(command, invoice);
  }
}

const granted = (discount: Discount): InvoiceEvent => ({ type: 'discount_granted', payload: { discount } });

function create(command: CommandOf<'create_invoice'>, { settings }: Context): InvoiceDecision {
  const { type: _, lines, discounts, ...header } = command;
  const ids = [...lines, ...discounts].map(({ id }) => id);
  const again = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (again >= 0) {
    return refused({
      code: 'exists_already',
      message: 'Two lines have the same id. Give each line one of its own.',
      field: again < lines.length ? `lines.${again}.id` : `discounts.${again - lines.length}.id`,
    });
  }
  const places = generateNKeysBetween(null, null, lines.length);
  const placed = lines.map((line, index) => ({ ...line, place: places[index] as string }));
  return events(
    { type: 'invoice_created', payload: { ...header, rounding: settings.rounding, lines: placed } },
    ...discounts.map(granted),
  );
}

function addLine({ line }: CommandOf<'add_line'>, invoice: Invoice): InvoiceDecision {
  if (invoice.lines[line.id]) return alreadyThere('line', 'line.id');
  const last = linesInOrder(invoice).at(-1)?.place ?? null;
  return events({
    type: 'line_added',
    payload: { line: { ...line, place: generateKeyBetween(last, null) } },
  });
}

function changeLine(
  { type: _, amountsIn: _in, lineId, ...asked }: CommandOf<'change_line'>,
  invoice: Invoice,
): InvoiceDecision {
  const line = invoice.lines[lineId];
  if (!line) return notThere('line', 'lineId');
  const changed = changedFields(line, asked);
  return changed ? events({ type: 'line_changed', payload: { lineId, ...changed } }) : events();
}

/**
 * Prices keep their figure, so where the new currency has other decimals their minor units change with it, in the same
 * event: no price ever was another one. A figure that the new currency can't hold is never rounded unseen: it is
 * refused by name.
 */
function changeCurrency({ currency }: CommandOf<'change_currency'>, invoice: Invoice): InvoiceDecision {
  if (currency === invoice.currency) return events();
  const factor = 10 ** (exponentOf(currency) - exponentOf(invoice.currency));
  if (factor === 1) return events({ type: 'currency_changed', payload: { currency } });
  const unitPrices: Record<string, number> = {};
  for (const line of linesInOrder(invoice)) {
    const unitPrice = factor > 1 ? line.unitPrice * factor : line.unitPrice / (1 / factor);
    if (!Number.isInteger(unitPrice)) {
      const price = toDecimalText(line.unitPrice, invoice.currency);
      return refused({
        code: 'too_many_decimals',
        message: `${quoted(line.description)} costs ${price}, which is no amount in ${currency}. Change its price first.`,
        field: 'currency',
      });
    }
    if (unitPrice > largestUnitPrice) {
      const price = toDecimalText(line.unitPrice, invoice.currency);
      return refused({
        code: 'price_too_large',
        message: `${quoted(line.description)} costs ${price}, which is beyond what a price in ${currency} can be. Change its price first.`,
        field: 'currency',
      });
    }
    if (unitPrice !== line.unitPrice) unitPrices[line.id] = unitPrice;
  }
  if (Object.values(invoice.discounts).some(({ amount }) => amount !== null)) {
    return refused({
      code: 'has_fixed_discount',
      message: `A discount of a fixed amount can’t be carried over to ${currency}. Take it off first.`,
      field: 'currency',
    });
  }
  const moved = Object.keys(unitPrices).length > 0;
  return events({ type: 'currency_changed', payload: { currency, ...(moved && { unitPrices }) } });
}
