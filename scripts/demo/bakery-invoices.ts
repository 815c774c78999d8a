import {
  addLine,
  changeLine,
  create,
  dueIn,
  finalize,
  memo,
  moveDueDate,
  redo,
  removeLine,
  send,
  sendTo,
  takeBack,
  undo,
  voidInvoice,
} from './acts';
import { payRest, payShare } from './acts-money';
import { ana, bob, type DemoInvoice, mia } from './step';

/** What bakeries ordered. */
export const bakeryInvoices: readonly DemoInvoice[] = [
  {
    name: 'elbflut-flour',
    customer: 'elbflut',
    process: 'phone_order',
    steps: [
      bob('40 09:21', create({ terms: 14, lines: { wheatFlour: 60, yeast: 12, delivery: 1 } })),
      bob('40 09:33', changeLine('yeast', { quantity: 10 })),
      bob('40 09:35', finalize),
      bob('40 09:36', send),
      ana('31 14:12', payRest('bank_transfer', 'EB 20931')),
    ],
  },
  {
    name: 'kornblume-weekly',
    customer: 'kornblume',
    process: 'phone_order',
    steps: [
      ana('38 12:40', create({ terms: 14, lines: { ryeFlour: 8, wheatFlour: 10, butter: 3, poppySeed: 2 } })),
      ana('38 12:52', removeLine('poppySeed')),
      ana('38 12:53', undo),
      ana('37 08:15', finalize),
      ana('37 08:17', send),
      ana('30 10:03', payRest('direct_debit')),
    ],
  },
  {
    name: 'copper-kettle-couverture',
    customer: 'copperKettle',
    process: 'manual_billing',
    steps: [
      bob(
        '37 16:20',
        create({
          terms: 30,
          currency: 'USD',
          taxFree: true,
          lines: { couverture: 24, vanilla: 4, delivery: 2 },
        }),
      ),
      bob(
        '37 16:31',
        changeLine('delivery', { price: 48_000, description: 'Air freight to Portland, pallet' }),
      ),
      mia('36 10:15', changeLine('couverture', { price: 10_990 }), 'Volume price from 20 cartons on.'),
      bob('36 10:50', finalize),
      bob('36 10:52', send),
      bob('16 17:12', payRest('card', 'ch_88213')),
    ],
  },
  {
    name: 'sauerteig-opening',
    customer: 'sauerteig',
    process: 'manual_billing',
    steps: [
      ana(
        '30 11:11',
        create({ terms: 21, lines: { ryeFlour: 40, speltFlour: 20 }, memo: 'For the opening in Plagwitz.' }),
      ),
      bob('30 11:40', addLine('breadBags', 3)),
      ana('30 12:02', changeLine('speltFlour', { quantity: 24 })),
      ana('30 12:20', finalize),
      ana('30 12:21', send),
      bob('23 09:05', moveDueDate(7), 'The opening was put off by a week.'),
      bob('12 15:44', payRest('bank_transfer', 'SK Eröffnung')),
    ],
  },
  {
    name: 'krause-wedding-season',
    customer: 'krause',
    process: 'phone_order',
    steps: [
      bob('29 10:30', create({ terms: 14, lines: { sugar: 10, almonds: 8, butter: 6, cakeBoxes: 5 } })),
      bob('29 10:34', changeLine('cakeBoxes', { quantity: 8 })),
      bob('29 10:40', finalize),
      bob('29 10:41', send),
      ana('17 11:20', sendTo('frau.krause@konditorei-krause.example')),
      ana('17 11:31', memo('Asked by phone: the invoice is with Ms Krause senior.')),
    ],
  },
  {
    name: 'krause-double-entry',
    customer: 'krause',
    process: 'manual_billing',
    steps: [
      ana('26 15:02', create({ terms: 14, lines: { sugar: 10, almonds: 8 } })),
      ana('26 15:05', finalize),
      bob('25 09:14', voidInvoice, 'Entered twice: these goods are on the invoice of the week before.'),
    ],
  },
  {
    name: 'muehlbach-reorder',
    customer: 'muehlbach',
    process: 'phone_order',
    steps: [
      ana('24 13:33', create({ terms: 14, lines: { wheatFlour: 30, ryeFlour: 20, delivery: 1 } })),
      ana('24 13:41', changeLine('wheatFlour', { price: 2_120 })),
      ana('24 13:43', undo),
      ana('24 13:46', redo),
      ana('23 08:20', finalize),
      ana('23 08:22', send),
      bob('10 10:10', send, 'They say that the first e-mail never arrived.'),
    ],
  },
  {
    name: 'nonna-panettone',
    customer: 'nonna',
    process: 'manual_billing',
    steps: [
      bob(
        '22 09:40',
        create({ terms: 60, taxFree: true, lines: { wheatFlour: 80, butter: 20, vanilla: 6, almonds: 15 } }),
      ),
      bob('22 10:02', memo('Panettone season: three instalments agreed.')),
      mia('22 11:30', changeLine('butter', { price: 8_490 }), 'Price for orders above 200 kg.'),
      bob('22 14:00', finalize),
      bob('22 14:03', send),
      ana('14 09:27', payShare(1 / 3, 'bank_transfer', 'prima rata')),
      ana('4 16:05', payShare(1 / 3, 'bank_transfer', 'seconda rata')),
    ],
  },
  {
    name: 'sauerteig-monthly',
    customer: 'sauerteig',
    process: 'phone_order',
    steps: [
      bob('19 08:42', create({ terms: 14, lines: { ryeFlour: 25, yeast: 4 } })),
      bob('19 08:48', finalize),
      bob('19 08:49', send),
      ana('13 12:12', payShare(0.5, 'bank_transfer')),
      ana('13 12:19', takeBack('payment_received'), 'Typed half of it; they paid in full.'),
      ana('13 12:21', payRest('bank_transfer')),
    ],
  },
  {
    name: 'elbflut-flour-again',
    customer: 'elbflut',
    process: 'phone_order',
    steps: [
      ana('8 09:51', create({ terms: 30, lines: { wheatFlour: 50, speltFlour: 10, poppySeed: 6 } })),
      bob('8 10:15', changeLine('speltFlour', { quantity: 12 })),
      bob('8 10:20', finalize),
      bob('8 10:21', send),
      ana('2 09:33', memo('They ask for a pallet note with every delivery.')),
    ],
  },
  {
    name: 'kornblume-next-week',
    customer: 'kornblume',
    process: 'phone_order',
    steps: [
      ana('1 16:12', create({ lines: { ryeFlour: 8, butter: 3 } })),
      ana('1 16:20', dueIn(14)),
      bob('1 16:44', addLine('cakeBoxes', 2)),
    ],
  },
];
