/** Payments that went wrong, and what became of each: the stories `doubleCharge` and `failed…`. */
import { create, dueIn, finalize, note, remind, send } from './acts';
import { approve, fail, payBy, payRest, payShare, retry, writeOff } from './acts-money';
import { agent, ana, billing, bob, type DemoInvoice, mia, priya, sam } from './step';
import { stories } from './stories';

/** The first of three instalments was charged twice within two minutes. Nobody has looked at it yet. */
const doubleCharge: DemoInvoice = {
  name: stories.doubleCharge.name,
  customer: 'feldkamp',
  process: 'web_order',
  steps: [
    ana(
      '12 10:05',
      create({
        terms: 45,
        lines: { espresso: 24, machineRental: 2, grinderService: 1 },
        memo: 'Three instalments by card, agreed with Ms Feldkamp.',
      }),
    ),
    ana('12 10:14', finalize),
    ana('12 10:16', send),
    billing('6 26:10', payShare(1 / 3, 'card', 'ch_70551 instalment 1 of 3')),
    billing('6 26:12', payShare(1 / 3, 'card', 'ch_70552 instalment 1 of 3')),
  ],
};

const failedThenFixedByRetry: DemoInvoice = {
  name: stories.failedThenFixedByRetry.name,
  customer: 'lumen',
  process: 'subscription_renewal',
  steps: [
    billing('50 25:10', create({ terms: 14, lines: { coffeePlan: 3, machineRental: 1 } })),
    billing('50 25:12', finalize),
    billing('50 25:13', send),
    billing('48 25:40', fail('card', 'insufficient_funds', 'Visa ending in 4410')),
    agent('45 26:20', retry),
    billing('45 26:21', payRest('card', 'ch_61208')),
  ],
};

const failedThenFixedByNewCard: DemoInvoice = {
  name: stories.failedThenFixedByNewCard.name,
  customer: 'stadtrad',
  process: 'subscription_renewal',
  steps: [
    billing('46 25:10', create({ terms: 14, lines: { coffeePlan: 2 } })),
    billing('46 25:12', finalize),
    billing('46 25:13', send),
    billing('44 25:40', fail('card', 'card_expired', 'Mastercard ending in 0914')),
    sam('43 09:12', note('Rang Mr Demir: the new card is on its way to him. He sends the number tomorrow.')),
    sam('42 10:31', payBy('card', 'Mastercard ending in 2276'), 'The old card had expired.'),
    sam('42 10:33', retry),
    billing('42 10:34', payRest('card', 'ch_62140')),
    billing('42 10:36', send),
  ],
};

const failedThenFixedByTransfer: DemoInvoice = {
  name: stories.failedThenFixedByTransfer.name,
  customer: 'moebelwerk',
  process: 'manual_billing',
  steps: [
    bob('47 13:10', create({ terms: 14, lines: { menuCards: 8, layout: 6 } })),
    bob('47 13:22', finalize),
    bob('47 13:24', send),
    billing('37 25:30', fail('direct_debit', 'mandate_missing', 'IBAN ending in 7731')),
    ana('35 11:05', remind, 'Their bank knows of no mandate; I asked them to transfer it.'),
    ana('31 09:41', payRest('bank_transfer', 'Lenz 20817')),
  ],
};

const failedThenFixedByDueDate: DemoInvoice = {
  name: stories.failedThenFixedByDueDate.name,
  customer: 'kinderzahn',
  process: 'manual_billing',
  steps: [
    sam('44 15:31', create({ terms: 10, lines: { gloves: 12, bibs: 6, polishingPaste: 20 } })),
    sam('44 15:40', finalize),
    sam('44 15:41', send),
    billing('36 25:35', fail('direct_debit', 'insufficient_funds', 'IBAN ending in 0402')),
    sam(
      '35 14:02',
      dueIn(14),
      'The health insurers pay them in the middle of the month; they asked us to wait.',
    ),
    sam('26 09:20', retry),
    billing('26 09:22', payRest('direct_debit', 'mandate K-207')),
  ],
};

/** The agent tried again by its rule, and that failed too. It is still open. */
const failedTwice: DemoInvoice = {
  name: stories.failedTwice.name,
  customer: 'galerie',
  process: 'subscription_renewal',
  steps: [
    billing('14 25:10', create({ terms: 10, lines: { coffeePlan: 1, machineRental: 1 } })),
    billing('14 25:12', finalize),
    billing('14 25:13', send),
    billing('12 25:41', fail('card', 'card_declined', 'Visa ending in 1187')),
    agent('9 26:22', retry),
    billing('9 26:23', fail('card', 'card_declined', 'Visa ending in 1187')),
    agent('5 26:40', remind),
  ],
};

const failedNeverFixed: DemoInvoice = {
  name: stories.failedNeverFixed.name,
  customer: 'spindle',
  process: 'web_order',
  steps: [
    billing('70 25:31', create({ terms: 14, taxFree: true, lines: { filterRoast: 20, syrup: 4 } })),
    billing('70 25:32', finalize),
    billing('70 25:33', send),
    billing('70 25:34', fail('card', 'card_declined', 'Visa ending in 6650')),
    agent('67 26:20', retry),
    billing('67 26:21', fail('card', 'account_closed', 'Visa ending in 6650')),
    agent('58 26:40', remind),
    agent('50 26:40', remind),
    bob('41 16:08', note('The shop has closed. Mail comes back, and nobody picks up the phone.')),
    priya('40 11:20', writeOff, 'The shop has closed; the administrator expects nothing for suppliers.'),
  ],
};

/** Written off after a request, since it is above the limit. */
const writtenOff: DemoInvoice = {
  name: stories.writtenOff.name,
  customer: 'tahona',
  process: 'manual_billing',
  steps: [
    bob(
      '78 09:50',
      create({ terms: 30, taxFree: true, lines: { speltFlour: 24, almonds: 12, couverture: 4 } }),
    ),
    bob('78 10:02', finalize),
    bob('78 10:04', send),
    agent('52 26:40', remind),
    agent('44 26:40', remind),
    ana(
      '33 15:15',
      writeOff,
      'Insolvent since last month. The claim is filed, but the quota will be near zero.',
    ),
    mia('32 08:52', approve),
  ],
};

export const paymentStories: readonly DemoInvoice[] = [
  doubleCharge,
  failedThenFixedByRetry,
  failedThenFixedByNewCard,
  failedThenFixedByTransfer,
  failedThenFixedByDueDate,
  failedTwice,
  failedNeverFixed,
  writtenOff,
];
