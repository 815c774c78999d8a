import { undo } from './acts';
import { ask, type CustomerSteps } from './customer-records';
import type { CustomerKey } from './customers';
import { demoId } from './demo-id';
import { renewals } from './everyday-invoices';
import { momentAt, partsOf } from './office-calendar';
import { ana, bob, mia, otto, priya, type Scene, type Step, sam } from './step';
import { subscribers } from './subscribers';

const note = (customer: CustomerKey, text: string) =>
  ask({ type: 'add_note', note: { id: demoId(`note on ${customer}: ${text}`), text } });

/** What colleagues wrote down about customers, apart from any invoice. */
const changes: CustomerSteps = {
  elbflut: [
    ana(
      '33 10:12',
      ask({ type: 'change_customer', email: 'buchhaltung@elbflut.example' }),
      'They have a bookkeeper now.',
    ),
  ],
  krause: [bob('16 09:05', note('krause', 'Ms Krause senior signs for everything; the daughters must not.'))],
  nonna: [
    mia('21 12:10', ask({ type: 'change_customer', taxId: 'IT 0142 887 0225' })),
    mia('21 12:12', undo),
    mia('21 12:14', ask({ type: 'change_customer', taxId: 'IT 0142 887 0222' })),
  ],
  copperKettle: [
    priya(
      '30 16:40',
      note('copperKettle', 'Nobody reads e-mail there before ten in the morning, our seven in the evening.'),
    ),
  ],
  smilers: [
    sam(
      '9 14:15',
      note('smilers', 'Two companies: Utrecht pays its own invoices, Zeist is another customer.'),
    ),
  ],
  zahnhaus: [
    otto(
      '20 11:30',
      ask({ type: 'change_customer', address: 'Schwartauer Allee 62, 23554 Lübeck' }),
      'Moved next door.',
    ),
  ],
  spindle: [
    bob('40 16:12', note('spindle', 'The shop has closed; see the invoice that was written off.')),
    priya('40 16:30', ask({ type: 'archive_customer' }), 'Out of business.'),
    sam('20 09:10', ask({ type: 'unarchive_customer' }), 'Open again under the same roof, with a new owner.'),
  ],
};

/** Whoever leaves is archived on the working day after their last invoice was given up. */
function departures(): CustomerSteps {
  const leaving = subscribers.filter(({ renewals }) => renewals.at(-1)?.endsWith('leave'));
  return Object.fromEntries(
    leaving.map(({ customer }, n) => {
      const last = renewals
        .filter((invoice) => invoice.customer === customer)
        .at(-1)
        ?.steps.at(-1);
      if (!last) throw new Error(`${customer} left, but never had an invoice.`);
      const moment = momentAt(partsOf(last.moment).back - 1, 11 * 60 + 7 * n);
      const archived: Step<Scene> = sam(
        moment,
        ask({ type: 'archive_customer' }),
        'Cancelled the subscription.',
      );
      return [customer, [archived]];
    }),
  );
}

/** What happened to customers' own records after they were added. */
export const customerStories: CustomerSteps = { ...changes, ...departures() };
