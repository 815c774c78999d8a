import {
  addLine,
  changeLine,
  create,
  finalize,
  memo,
  moveDueDate,
  removeLine,
  send,
  sendTo,
  undo,
} from './acts';
import { payRest, payShare } from './acts-money';
import { ana, bob, type DemoInvoice, mia, otto } from './step';

/** What cafés and offices ordered: coffee, machines and subscriptions. */
export const coffeeInvoices: readonly DemoInvoice[] = [
  {
    name: 'zeitgeist-plan',
    customer: 'zeitgeist',
    process: 'subscription_renewal',
    steps: [
      bob('40 08:05', create({ terms: 14, lines: { coffeePlan: 2, machineRental: 1 } })),
      bob('40 08:07', finalize),
      bob('40 08:08', send),
      bob('33 09:02', payRest('direct_debit', 'mandate Z-118')),
    ],
  },
  {
    name: 'drei-linden-greens',
    customer: 'dreiLinden',
    process: 'phone_order',
    steps: [
      ana('39 10:44', create({ terms: 30, lines: { filterRoast: 40, darjeeling: 5 } })),
      ana('39 10:58', changeLine('filterRoast', { quantity: 36 })),
      ana('39 11:06', addLine('filters', 12)),
      ana('39 11:10', finalize),
      ana('39 11:12', send),
      bob('21 14:31', payRest('bank_transfer', 'DL 7734')),
    ],
  },
  {
    name: 'bureau-plan-one',
    customer: 'bureau',
    process: 'subscription_renewal',
    steps: [
      ana('36 08:12', create({ terms: 14, lines: { coffeePlan: 1, oatDrink: 4 } })),
      ana('36 08:14', finalize),
      ana('36 08:15', send),
      ana('29 08:30', payRest('direct_debit', 'mandate B-051')),
    ],
  },
  {
    name: 'tiden-opening-order',
    customer: 'tiden',
    process: 'manual_billing',
    steps: [
      bob(
        '35 13:20',
        create({ terms: 30, taxFree: true, lines: { espresso: 30, oatDrink: 20, syrup: 4, cups: 2 } }),
      ),
      bob('35 13:26', removeLine('syrup')),
      ana('34 09:11', changeLine('espresso', { price: 1_790 }), 'Introductory price for the first order.'),
      bob('34 10:05', finalize),
      bob('34 10:07', send),
      bob('25 15:13', memo('CVR number checked.')),
      ana('15 11:48', payRest('bank_transfer', 'Tiden 0001')),
    ],
  },
  {
    name: 'zeitgeist-extra-cups',
    customer: 'zeitgeist',
    process: 'phone_order',
    steps: [
      bob('28 12:14', create({ terms: 14, lines: { cups: 6, espresso: 40, grinderService: 1 } })),
      bob(
        '28 12:22',
        changeLine('cups', { description: 'Paper cups 8 oz, printed “Zeitgeist”, 1,000 pieces' }),
      ),
      bob('28 12:30', finalize),
      bob('28 12:31', send),
      ana('18 10:55', payShare(0.6, 'bank_transfer')),
      ana('18 11:02', memo('They hold back the grinder service until it is done again.')),
    ],
  },
  {
    name: 'kanal-counter-sale',
    customer: 'kanal',
    process: 'phone_order',
    steps: [
      ana('25 17:02', create({ lines: { espresso: 5, filters: 2 }, memo: 'Fetched from the warehouse.' })),
      ana('25 17:04', finalize),
      ana('25 17:06', payRest('cash')),
      ana('25 17:09', sendTo('meyer@kanalcafe.example')),
    ],
  },
  {
    name: 'bureau-plan-two',
    customer: 'bureau',
    process: 'subscription_renewal',
    steps: [
      ana('14 08:12', create({ terms: 14, lines: { coffeePlan: 1, oatDrink: 4 } })),
      ana('14 08:20', changeLine('oatDrink', { quantity: 6 })),
      ana('14 08:22', finalize),
      ana('14 08:23', send),
      bob('5 16:40', moveDueDate(21), 'Their direct debit bounced; they change banks this month.'),
    ],
  },
  {
    name: 'aoyama-first-export',
    customer: 'aoyama',
    process: 'manual_billing',
    steps: [
      bob(
        '11 08:33',
        create({
          terms: 45,
          currency: 'JPY',
          taxFree: true,
          lines: { filterRoast: 60, decaf: 20, delivery: 1 },
          prices: { filterRoast: 3_980, decaf: 3_600, delivery: 64_000 },
        }),
      ),
      bob('11 08:51', changeLine('delivery', { description: 'Air freight to Tokyo Narita' })),
      otto('11 10:05', changeLine('filterRoast', { price: 3_850 }), 'Export price list of this year.'),
      bob('11 10:30', finalize),
      bob('11 10:31', send),
    ],
  },
  {
    name: 'drei-linden-draft',
    customer: 'dreiLinden',
    process: 'phone_order',
    steps: [
      bob('2 14:50', create({ terms: 30, lines: { filterRoast: 24, espresso: 24, filters: 10 } })),
      bob('2 14:58', changeLine('espresso', { quantity: 30 })),
      mia('1 09:20', changeLine('filterRoast', { price: 2_390 }), 'Matches the offer I sent them.'),
      bob('1 09:45', memo('Waiting for their order number.')),
      bob('1 09:47', undo),
      bob('1 09:52', memo('Waiting for their order number before this goes out.')),
    ],
  },
];
