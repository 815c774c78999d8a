/** The orders behind the invoices of the shop and the telephone: each goes its way beside its invoice. */
import { finalize } from './acts';
import { after, at, inOrder, invoiceSoFar, linkTo, stepOfWord } from './beside-invoices';
import { customerOf } from './customers';
import { demoId } from './demo-id';
import { everydayInvoices } from './everyday-invoices';
import { momentAt, partsOf } from './office-calendar';
import { type Random, randomFrom } from './random';
import type { OtherRecord } from './record';
import type { Act, DemoInvoice, Scene, Step } from './step';

const carriers = ['DHL', 'DPD', 'UPS', 'Forwarding agent Holm'] as const;
const complaints = [
  'Ordered too much.',
  'The wrong item was packed.',
  'Arrived damaged.',
  'Misheard on the phone.',
] as const;

/** The order as the invoice lists it. */
function place(invoice: DemoInvoice, index: number): Act<Scene> {
  return ({ name, others, today }) => {
    const { currency, customer, lines } = invoiceSoFar(others(demoId(invoice.name)));
    return {
      type: 'place_order',
      orderId: demoId(name),
      number: `ORD-${3001 + index}`,
      customer: { id: customer.id, name: customer.name },
      currency,
      placedOn: today,
      items: Object.values(lines).map(({ id, description, quantity, unitPrice }) => ({
        id: demoId(`${name} item ${id}`),
        name: description,
        count: Math.max(1, Math.round(Number(quantity))),
        unitPrice,
      })),
    };
  };
}

/** Packed and shipped on the next day and delivered by its end, as far as the demo's days go; what is voided stays. */
function onTheWay(random: Random, back: number, isVoided: boolean): Step<Scene>[] {
  const parcel = {
    carrier: random.pick(carriers),
    tracking: `0034${random.between(10_000_000, 99_999_999)}`,
  };
  const steps: [minutes: number, act: Act<Scene>][] = [
    [8 * 60 + random.between(10, 50), () => ({ type: 'pack_order' })],
    [10 * 60 + random.between(0, 90), () => ({ type: 'ship_order', ...parcel })],
    [15 * 60 + random.between(0, 120), ({ today }) => ({ type: 'deliver_order', deliveredOn: today })],
  ];
  if (back < 1) return [];
  const who = random.pick(['ana', 'bob', 'sam'] as const);
  return steps
    .slice(0, isVoided ? 0 : steps.length)
    .map(([minutes, act]) => at(momentAt(back - 1, minutes), who, act));
}

/** What is refunded comes back: asked for shortly before the refund, here again two days later. */
function onTheWayBack(random: Random, refund: Step | undefined): Step<Scene>[] {
  if (!refund) return [];
  const { back, hour, minute } = partsOf(refund.moment);
  const why = random.pick(complaints);
  const asked = Math.max(8 * 60 + 1, hour * 60 + minute - 12);
  const requested = at(momentAt(back, asked), refund.who, () => ({ type: 'request_return', why }));
  if (back < 2) return [requested];
  const arrived: Act<Scene> = ({ today }) => ({ type: 'record_return', returnedOn: today });
  return [requested, at(momentAt(back - 2, 10 * 60 + random.between(5, 50)), 'sam', arrived)];
}

function orderOf(invoice: DemoInvoice, index: number): OtherRecord[] {
  const finalized = invoice.steps.find(({ act }) => act === finalize);
  if (!finalized) return [];
  const name = `order of ${invoice.name}`;
  const random = randomFrom(name);
  const more = { reads: demoId(invoice.name) };
  const voided = stepOfWord(invoice, 'void');
  const { back } = partsOf(finalized.moment);
  const steps = [
    after(finalized, 1, place(invoice, index), more),
    after(finalized, 2, linkTo(invoice), more),
    ...onTheWay(random, back, voided !== undefined),
    ...onTheWayBack(random, stepOfWord(invoice, 'refund')),
    ...(voided ? [after(voided, 1, () => ({ type: 'cancel_order', why: 'Ordered twice.' }))] : []),
  ];
  const { process } = invoice;
  return [{ kind: 'order', name, streamId: demoId(name), process, steps: inOrder(steps) }];
}

export const orderRecords: readonly OtherRecord[] = everydayInvoices
  .filter(({ process, customer }) => /^(web|phone)_order$/.test(process) && customerOf(customer))
  .flatMap(orderOf);
