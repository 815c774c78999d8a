import {
  addLine,
  changeLine,
  create,
  discard,
  dueIn,
  finalize,
  memo,
  removeLine,
  send,
  sendTo,
  undo,
  voidInvoice,
} from './acts';
import { payRest, payShare } from './acts-money';
import { ana, bob, type DemoInvoice, mia } from './step';

/** What shops had printed. */
const print: readonly DemoInvoice[] = [
  {
    name: 'seebuehne-season',
    customer: 'seebuehne',
    process: 'manual_billing',
    steps: [
      ana('31 09:25', create({ terms: 30, lines: { flyers: 6, banner: 2, layout: 4 } })),
      ana('31 09:40', changeLine('layout', { quantity: 5.5 })),
      ana('31 09:42', changeLine('flyers', { tax: 700 })),
      ana('31 09:46', undo),
      ana('31 10:00', finalize),
      ana('31 10:01', send),
      bob('11 13:05', payRest('bank_transfer', 'Spielzeit')),
    ],
  },
  {
    name: 'rebstock-labels',
    customer: 'weinhandlung',
    process: 'phone_order',
    steps: [
      bob('27 15:20', create({ terms: 14, lines: { labels: 12, layout: 2 } })),
      bob('27 15:31', finalize),
      bob('27 15:32', send),
      bob('13 09:15', send, 'Reminder by phone; sent once more.'),
    ],
  },
  {
    name: 'blumig-voucher-cards',
    customer: 'blumig',
    process: 'phone_order',
    steps: [
      bob('17 10:37', create({ terms: 14, lines: { menuCards: 2 } })),
      bob('17 10:41', changeLine('menuCards', { description: 'Voucher cards, 100 pieces', price: 6_200 })),
      ana('16 16:16', memo('No answer to the proof yet.')),
      bob('15 12:09', discard, 'Ordered from the printer next door.'),
    ],
  },
];

/** What dental practices and laboratories ordered. */
const dental: readonly DemoInvoice[] = [
  {
    name: 'ortega-clinic-stock',
    customer: 'ortega',
    process: 'phone_order',
    steps: [
      ana(
        '32 10:10',
        create({ terms: 30, taxFree: true, lines: { gloves: 20, masks: 10, anaesthetic: 8, needles: 12 } }),
      ),
      ana('32 10:19', changeLine('masks', { quantity: 14 })),
      ana('32 10:25', finalize),
      ana('32 10:27', send),
      bob('13 10:42', payRest('bank_transfer', 'Ortega 551')),
    ],
  },
  {
    name: 'al-noor-instruments',
    customer: 'alNoor',
    process: 'manual_billing',
    steps: [
      mia(
        '30 14:22',
        create({
          terms: 45,
          currency: 'KWD',
          taxFree: true,
          lines: { mirrors: 30, burs: 12, impressionTrays: 10 },
          prices: { mirrors: 6_475, burs: 32_950, impressionTrays: 17_250 },
        }),
      ),
      bob('30 14:40', memo('Packed in two boxes; certificate of origin inside.')),
      mia('30 15:02', finalize),
      mia('30 15:03', send),
      ana('12 09:08', payRest('bank_transfer', 'LC 2210')),
    ],
  },
  {
    name: 'kieferwerk-alginate',
    customer: 'kieferwerk',
    process: 'phone_order',
    steps: [
      bob('23 11:50', create({ terms: 14, lines: { alginate: 6, impressionTrays: 4, polishingPaste: 10 } })),
      bob('23 11:57', addLine('courier', 1)),
      bob('23 12:01', finalize),
      bob('23 12:02', send),
      ana('11 15:32', sendTo('chefin@kieferwerk.example')),
    ],
  },
  {
    name: 'brightside-framework',
    customer: 'brightside',
    process: 'manual_billing',
    steps: [
      ana(
        '18 13:30',
        create({ terms: 45, currency: 'USD', taxFree: true, lines: { composite: 20, burs: 15, gloves: 60 } }),
      ),
      ana('18 13:38', addLine('delivery', 1, 52_000)),
      mia('17 10:02', changeLine('composite', { price: 16_900 }), 'Framework price from 15 sets on.'),
      ana('17 10:40', finalize),
      ana('17 10:42', send),
      bob('7 16:25', payShare(0.25, 'card', 'ch_90417')),
    ],
  },
  {
    name: 'glimlach-wrong-practice',
    customer: 'smilers',
    process: 'phone_order',
    steps: [
      bob('12 09:55', create({ terms: 30, taxFree: true, lines: { suction: 10, bibs: 8 } })),
      bob('12 10:04', finalize),
      bob('12 10:05', send),
      bob('10 13:47', voidInvoice, 'Meant for their practice in Zeist, which is another company.'),
    ],
  },
  {
    name: 'brightside-burs',
    customer: 'brightside',
    process: 'phone_order',
    steps: [
      bob(
        '6 17:10',
        create({ terms: 30, currency: 'USD', taxFree: true, lines: { burs: 10, polishingPaste: 24 } }),
      ),
      bob('6 17:21', removeLine('polishingPaste')),
      bob('6 17:24', undo),
      bob('6 17:26', changeLine('polishingPaste', { quantity: 12 })),
      bob('5 08:30', finalize),
      bob('5 08:32', send),
    ],
  },
  {
    name: 'kieferwerk-disinfectant',
    customer: 'kieferwerk',
    process: 'phone_order',
    steps: [
      bob('0 10:22', create({ terms: 14, lines: { disinfectant: 8, sterilePouches: 5 } })),
      ana('0 11:40', addLine('gloves', 6)),
      bob('0 13:15', dueIn(21)),
    ],
  },
];

export const printAndDentalInvoices: readonly DemoInvoice[] = [...print, ...dental];
