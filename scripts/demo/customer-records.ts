import type { CustomerCommand } from '@/lib/customer/commands';
import { type CustomerKey, customerOf } from './customers';
import { partsOf } from './office-calendar';
import type { OtherRecord } from './record';
import type { Act, DemoInvoice, Scene, Step } from './step';

/** What is done to a customer's own record after it was added, in order of time. */
export type CustomerSteps = Partial<Record<CustomerKey, readonly Step<Scene>[]>>;

export const ask =
  (command: CustomerCommand): Act<Scene> =>
  () =>
    command;

/** Every customer comes to be with their first invoice, by whoever writes it; `later` is what happens to them since. */
export function customerRecords(invoices: readonly DemoInvoice[], later: CustomerSteps = {}): OtherRecord[] {
  const first = new Map<CustomerKey, DemoInvoice>();
  for (const invoice of invoices) {
    const before = first.get(invoice.customer);
    if (!before || startOf(invoice) < startOf(before)) first.set(invoice.customer, invoice);
  }
  return [...first].map(([key, invoice]) => {
    const { id, name, email, address } = customerOf(key);
    const command: CustomerCommand = {
      type: 'add_customer',
      customerId: id,
      name,
      email,
      address,
      taxId: null,
    };
    const [{ moment, who }] = invoice.steps as readonly [Step];
    const added: Step<Scene> = {
      moment,
      who,
      act: ask(command),
      reason: null,
      together: { name: `${invoice.name} 1` },
    };
    return { kind: 'customer', name: `customer ${key}`, streamId: id, steps: [added, ...(later[key] ?? [])] };
  });
}

/** Sorts as time goes: minutes, counted from the last day's midnight. */
function startOf({ name, steps }: DemoInvoice): number {
  const [first] = steps;
  if (!first) throw new Error(`Nothing is done to ${name}.`);
  const { back, hour, minute } = partsOf(first.moment);
  return (-back * 24 + hour) * 60 + minute;
}
