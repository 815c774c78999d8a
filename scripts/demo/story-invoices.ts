/** The invoices that `stories` promises, but for the two long ones. */
import {
  addLine,
  changeLine,
  create,
  discard,
  dueIn,
  finalize,
  memo,
  moveDueDate,
  redo,
  send,
  sendTo,
  takeBack,
  undo,
  voidInvoice,
} from './acts';
import { payRest, payShare } from './acts-money';
import { ana, bob, type DemoInvoice, mia } from './step';
import { stories } from './stories';

/** Bob's due date is never touched again, and what he did later he took back: it is what his own Undo takes next. */
const wrongDueDate: DemoInvoice = {
  name: stories.wrongDueDate.name,
  customer: 'lindqvist',
  process: 'phone_order',
  steps: [
    ana('42 08:31', create({ terms: 45, taxFree: true, lines: { ryeFlour: 30, speltFlour: 12, yeast: 8 } })),
    ana('42 08:36', changeLine('speltFlour', { quantity: 16 })),
    ana('42 08:44', finalize),
    ana('42 08:47', send),
    // Two weeks were asked for; the date is also a month off.
    bob('38 15:20', moveDueDate(45), 'Customer asked for two more weeks after the failed card payment.'),
    ana('37 09:05', memo('Deliveries to the back door, Mondays before 6:00.')),
    bob('24 11:12', payRest('bank_transfer', 'SE 4471 9920'), null),
    bob('24 11:19', undo, 'The transfer was Lindgren Konditori’s, not Lindqvist’s.'),
    ana('12 10:40', sendTo('ekonomi@lindqvist-bakery.example')),
    ana(
      '3 14:26',
      memo('Deliveries to the back door, Mondays before 6:00. Copy of the invoice sent to their accounts.'),
    ),
  ],
};

const lastPayment: DemoInvoice = {
  name: stories.lastPayment.name,
  customer: 'harbour',
  process: 'phone_order',
  steps: [
    ana(
      '41 10:12',
      create({ terms: 21, taxFree: true, lines: { espresso: 60, filterRoast: 24, decaf: 10 } }),
    ),
    bob('41 10:25', addLine('cups', 4)),
    ana('41 10:41', finalize),
    ana('41 10:44', send),
    bob('36 09:50', memo('Their order HC-2208.')),
    bob(
      '29 16:05',
      moveDueDate(14),
      'Nora at Harbour pays suppliers in the second week of the month; agreed by phone.',
    ),
    ana('22 11:31', payShare(0.4, 'card', 'HC-2208 part 1')),
    ana('20 13:02', memo('Their order HC-2208. The rest follows after the stocktaking.')),
    ana('20 13:09', undo),
    ana('19 08:55', redo),
    mia('17 10:17', moveDueDate(21), 'Promised them at the trade fair.'),
    ana('9 15:48', sendTo('nora@harbourcoffee.example')),
    bob('1 11:56', payRest('bank_transfer', 'HC-2208 part 2')),
  ],
};

const wrongPrice: DemoInvoice = {
  name: stories.wrongPrice.name,
  customer: 'muehlbach',
  process: 'manual_billing',
  steps: [
    bob('33 13:14', create({ terms: 14, lines: { ryeFlour: 20, wheatFlour: 40, delivery: 1 } })),
    bob('33 13:18', changeLine('wheatFlour', { quantity: 50 })),
    bob('33 13:22', changeLine('ryeFlour', { price: 246_000 })),
    bob('33 13:25', undo),
    bob('33 13:26', changeLine('ryeFlour', { price: 2_460 })),
    bob('33 13:40', finalize),
    bob('33 13:42', send),
    ana('24 09:18', payRest('bank_transfer')),
  ],
};

const paidTwice: DemoInvoice = {
  name: stories.paidTwice.name,
  customer: 'funkhaus',
  process: 'subscription_renewal',
  steps: [
    bob(
      '27 09:02',
      create({ terms: 30, memo: 'Half in advance.', lines: { coffeePlan: 4, machineRental: 2 } }),
    ),
    bob('27 09:08', finalize),
    bob('27 09:10', send),
    ana('21 10:22', payShare(0.5, 'bank_transfer', 'FH deposit')),
    bob('21 10:51', payShare(0.5, 'bank_transfer', 'FH deposit')),
    mia(
      '20 08:40',
      takeBack('payment_received'),
      'Ana and Bob both recorded the same transfer; the bank statement shows it once.',
    ),
    ana('6 12:30', memo('Half in advance. The second half is due with the next plan.')),
  ],
};

const reinstated: DemoInvoice = {
  name: stories.reinstated.name,
  customer: 'petitfour',
  process: 'manual_billing',
  steps: [
    ana('16 14:02', create({ terms: 30, taxFree: true, lines: { couverture: 14, vanilla: 3, almonds: 20 } })),
    ana('16 14:10', finalize),
    ana('16 14:11', send),
    bob('10 16:33', voidInvoice, 'Ordered twice, as the customer wrote.'),
    mia(
      '9 09:12',
      takeBack('invoice_voided'),
      'The other order was the double one; this delivery has arrived.',
    ),
    bob('9 09:40', memo('Stays in force; the double order was cancelled before delivery.')),
  ],
};

const discarded: DemoInvoice = {
  name: stories.discarded.name,
  customer: 'radhaus',
  process: 'phone_order',
  steps: [
    ana('14 11:05', create({ lines: { flyers: 1, layout: 2 } })),
    ana('14 11:12', changeLine('layout', { quantity: 1.5 })),
    ana('13 15:37', discard, 'They print the flyers themselves after all.'),
  ],
};

const undoAndRedo: DemoInvoice = {
  name: stories.undoAndRedo.name,
  customer: 'morgenrot',
  process: 'phone_order',
  steps: [
    ana('0 15:04', create({ terms: 14, lines: { espresso: 12, oatDrink: 6 } })),
    ana('0 15:09', addLine('syrup', 2)),
    ana('0 15:13', changeLine('espresso', { quantity: 18 })),
    ana('0 15:21', memo('Please deliver before the weekend.')),
    ana('0 15:24', undo),
  ],
};

const alreadySent: DemoInvoice = {
  name: stories.alreadySent.name,
  customer: 'vogel',
  process: 'manual_billing',
  steps: [
    ana('7 10:01', create({ terms: 30, lines: { gloves: 12, composite: 2, cottonRolls: 5 } })),
    bob('7 10:20', changeLine('gloves', { quantity: 10 })),
    ana('7 11:15', dueIn(21)),
    ana('7 11:18', finalize),
    ana('7 11:20', send),
    bob('4 09:31', memo('Practice is closed on Wednesdays.')),
  ],
};

export const storyInvoices: readonly DemoInvoice[] = [
  wrongDueDate,
  lastPayment,
  wrongPrice,
  paidTwice,
  reinstated,
  discarded,
  undoAndRedo,
  alreadySent,
];
