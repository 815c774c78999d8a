import { formatDay } from '../calendar';
import type { Alternative, CommandRefusal, Decision, DecisionContext } from '../event-sourcing/workflow';
import { largestAmount } from '../money';
import type { OrderCommand } from './commands';
import type { OrderEvent } from './events';
import type { Order } from './order';

/** Why this command cannot be given to this order as it stands, or null; the page asks it for its buttons too. */
export function refusalOf(type: OrderCommand['type'], order: Order): CommandRefusal | null {
  if (type === 'place_order') {
    if (!order.id) return null;
    return { code: 'exists_already', message: 'This order exists already. Reload the page to see it.' };
  }
  if (!order.id) {
    return {
      code: 'not_found',
      message: 'There is no such order. It may not have been saved; look for it in the list.',
    };
  }
  if (order.discarded) {
    return {
      code: 'discarded',
      message:
        'That it was placed was taken back, so there is nothing to change. Re-apply the placing first.',
      because: ['discarded'],
    };
  }
  return refusalByStep(type, order);
}

const reinstate: Alternative = { action: 'reinstate_order', label: 'Reinstate the order' };
const requestReturn: Alternative = { action: 'request_return', label: 'Request a return' };

function refusalByStep(type: OrderCommand['type'], order: Order): CommandRefusal | null {
  const { cancelledOn } = order;
  if (type === 'link_invoice') return null;
  if (type === 'unlink_invoice')
    return Object.keys(order.invoices).length > 0
      ? null
      : refusal('no_such_invoice', 'No invoice is linked to this order.', 'invoices');
  if (type === 'reinstate_order')
    return cancelledOn ? null : refusal('not_cancelled', 'This order is not cancelled.', 'cancelledOn');
  if (cancelledOn) {
    const message = `This order was cancelled on ${formatDay(cancelledOn)}. Reinstate it first.`;
    return { ...refusal('cancelled', message, 'cancelledOn'), alternatives: [reinstate] };
  }
  return refusalOnTheWay(type, order) ?? refusalOnTheWayBack(type, order);
}

/** Of the steps to the customer. */
function refusalOnTheWay(
  type: OrderCommand['type'],
  { packedOn, shippedOn, deliveredOn }: Order,
): CommandRefusal | null {
  switch (type) {
    case 'pack_order':
      return packedOn ? done('packed', packedOn, 'packedOn') : null;
    case 'ship_order':
      if (shippedOn) return done('shipped', shippedOn, 'shippedOn');
      return packedOn
        ? null
        : refusal('not_packed', 'This order is not packed yet. Pack it first.', 'packedOn');
    case 'deliver_order':
      if (deliveredOn) return done('delivered', deliveredOn, 'deliveredOn');
      return shippedOn
        ? null
        : refusal('not_shipped', 'This order is not shipped yet. Ship it first.', 'shippedOn');
    default:
      return null;
  }
}

/** Of the steps back from the customer, and of what comes in the place of one. */
function refusalOnTheWayBack(
  type: OrderCommand['type'],
  { shippedOn, returnRequestedOn, returnedOn }: Order,
): CommandRefusal | null {
  switch (type) {
    case 'request_return':
      if (returnRequestedOn)
        return refusal(
          'requested_already',
          `A return was requested on ${formatDay(returnRequestedOn)}.`,
          'returnRequestedOn',
        );
      return shippedOn
        ? null
        : refusal(
            'not_shipped',
            'Nothing was shipped that could come back. Cancel the order instead.',
            'shippedOn',
            {
              action: 'cancel_order',
              label: 'Cancel the order',
            },
          );
    case 'withdraw_return_request':
    case 'record_return':
      if (returnedOn) return done('returned', returnedOn, 'returnedOn');
      return returnRequestedOn
        ? null
        : refusal(
            'no_request',
            'No return was requested. Request it first.',
            'returnRequestedOn',
            requestReturn,
          );
    case 'cancel_order':
      return shippedOn
        ? refusal(
            'shipped',
            `This order was shipped on ${formatDay(shippedOn)}. It can be returned instead.`,
            'shippedOn',
            requestReturn,
          )
        : null;
    default:
      return null;
  }
}

const refusal = (code: string, message: string, leaf: string, instead?: Alternative): CommandRefusal => ({
  code,
  message,
  because: [leaf],
  ...(instead ? { alternatives: [instead] } : {}),
});

const done = (what: string, on: string, leaf: string): CommandRefusal =>
  refusal(`${what}_already`, `This order was ${what} on ${formatDay(on)} already.`, leaf);

/** What a command leads to. A command that would change nothing leads to no event. */
export function decide(
  command: OrderCommand,
  order: Order,
  { today }: Pick<DecisionContext, 'today'>,
): Decision<OrderEvent> {
  const refused = refusalOf(command.type, order);
  if (refused) return { kind: 'refused', refusal: refused };
  switch (command.type) {
    case 'place_order':
      return place(command, today);
    case 'pack_order':
      return events({ type: 'order_packed', payload: { packedOn: today } });
    case 'ship_order': {
      const { type: _, ...parcel } = command;
      return events({ type: 'order_shipped', payload: { shippedOn: today, ...parcel } });
    }
    case 'deliver_order': {
      const { deliveredOn } = command;
      return (
        outside('deliveredOn', deliveredOn, order, today) ??
        events({ type: 'order_delivered', payload: { deliveredOn } })
      );
    }
    case 'request_return':
      return events({
        type: 'return_requested',
        payload: { returnRequestedOn: today, returnReason: command.why },
      });
    case 'withdraw_return_request':
      return events({ type: 'return_request_withdrawn', payload: {} });
    case 'record_return': {
      const { returnedOn } = command;
      return (
        outside('returnedOn', returnedOn, order, today) ??
        events({ type: 'order_returned', payload: { returnedOn } })
      );
    }
    case 'link_invoice':
      return command.invoice.id in order.invoices
        ? events()
        : events({ type: 'invoice_linked', payload: { invoice: command.invoice } });
    case 'unlink_invoice':
      return command.invoiceId in order.invoices
        ? events({ type: 'invoice_unlinked', payload: { invoiceId: command.invoiceId } })
        : fault('no_such_invoice', 'This invoice is not linked to the order any more.', 'invoiceId');
    case 'cancel_order':
      return events({
        type: 'order_cancelled',
        payload: { cancelledOn: today, cancelledBecause: command.why },
      });
    case 'reinstate_order':
      return events({ type: 'order_reinstated', payload: {} });
  }
}

function place(command: Extract<OrderCommand, { type: 'place_order' }>, today: string): Decision<OrderEvent> {
  const { type: _, orderId, number, items, ...placed } = command;
  if (placed.placedOn > today) return notYet('placedOn', today);
  if (new Set(items.map(({ id }) => id)).size < items.length)
    return fault('same_item', 'Two items have the same id. Give each one of its own.', 'items');
  const total = items.reduce((all, { count, unitPrice }) => all + count * unitPrice, 0);
  if (total > largestAmount)
    return fault('too_much', 'This comes to more than an order can hold. Place several.', 'items');
  const given = number ?? `ORD-${orderId.slice(0, 8).toUpperCase()}`;
  return events({ type: 'order_placed', payload: { orderId, number: given, ...placed, items } });
}

/** A day on which it can't have been: before what came first, after what came last, or yet to come. */
function outside(
  field: 'deliveredOn' | 'returnedOn',
  day: string,
  { shippedOn, deliveredOn, returnedOn }: Order,
  today: string,
): Decision<OrderEvent> | null {
  if (shippedOn && day < shippedOn)
    return fault(
      'before_shipping',
      `It was shipped on ${formatDay(shippedOn)}. Choose that day or a later one.`,
      field,
    );
  if (field === 'returnedOn' && deliveredOn && day < deliveredOn)
    return fault(
      'before_delivery',
      `It was delivered on ${formatDay(deliveredOn)}. Choose that day or a later one.`,
      field,
    );
  if (field === 'deliveredOn' && returnedOn && day > returnedOn)
    return fault(
      'after_return',
      `It came back on ${formatDay(returnedOn)}. Choose that day or an earlier one.`,
      field,
    );
  return day > today ? notYet(field, today) : null;
}

const notYet = (field: string, today: string): Decision<OrderEvent> =>
  fault('in_the_future', `Today is ${formatDay(today)}. Choose a day up to then.`, field);

const events = (...list: OrderEvent[]): Decision<OrderEvent> => ({ kind: 'events', events: list });

const fault = (code: string, message: string, field: string): Decision<OrderEvent> => ({
  kind: 'refused',
  refusal: { code, message, field },
});
