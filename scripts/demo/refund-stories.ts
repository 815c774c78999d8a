/** Money given back, asked back or taken off: refunds, disputes, credit notes, discounts and four eyes. */
import { changeLine, create, discount, finalize, note, redo, remind, send, undo } from './acts';
import {
  approve,
  credit,
  dispute,
  failRefund,
  loseDispute,
  payRest,
  refund,
  settle,
  winDispute,
} from './acts-money';
import { ana, billing, bob, type DemoInvoice, mia, priya, sam } from './step';
import { stories } from './stories';

const refundSettled: DemoInvoice = {
  name: stories.refundSettled.name,
  customer: 'marktschwaermer',
  process: 'phone_order',
  steps: [
    bob('56 10:44', create({ terms: 14, lines: { labels: 16, flyers: 2 } })),
    bob('56 10:52', finalize),
    bob('56 10:53', send),
    ana('48 09:30', payRest('bank_transfer', 'MS 448')),
    sam('45 13:12', refund(0.6), 'Misheard on the phone: six rolls were ordered, not sixteen.'),
    billing('43 25:50', settle),
    sam('42 08:40', note('The ten rolls are back on the shelf.')),
  ],
};

const refundPending: DemoInvoice = {
  name: stories.refundPending.name,
  customer: 'weissmann',
  process: 'phone_order',
  steps: [
    sam('13 11:20', create({ terms: 14, lines: { masks: 12, disinfectant: 6, gloves: 8 } })),
    sam('13 11:34', finalize),
    sam('13 11:35', send),
    ana('5 10:12', payRest('bank_transfer', 'Weissmann 3310')),
    sam('1 14:26', refund(0.35), 'Eight boxes of gloves came in size S instead of M; they keep the rest.'),
  ],
};

/** The bank could not pay the first refund out; the second one went to the right account. */
const refundFailed: DemoInvoice = {
  name: stories.refundFailed.name,
  customer: 'segelschule',
  process: 'web_order',
  steps: [
    billing('39 25:20', create({ terms: 14, lines: { banner: 3, flyers: 1 } })),
    billing('39 25:21', finalize),
    billing('39 25:22', payRest('card', 'ch_65517')),
    billing('39 25:23', send),
    ana('33 16:01', refund(0.25), 'One banner was printed with last year’s dates.'),
    billing('31 25:50', failRefund),
    ana('30 10:15', note('Their card account is closed. Ms Wolter sends us an IBAN.')),
  ],
};

/** Above the limit: Bob asked, and nobody has decided yet. */
const awaitingApproval: DemoInvoice = {
  name: stories.awaitingApproval.name,
  customer: 'sonnendeck',
  process: 'manual_billing',
  steps: [
    bob('24 09:35', create({ terms: 14, lines: { composite: 6, burs: 4, impressionTrays: 5 } })),
    bob('24 09:50', finalize),
    bob('24 09:52', send),
    ana('14 11:48', payRest('bank_transfer', 'Sonnendeck 0912')),
    bob(
      '1 16:37',
      refund(0.7),
      'The composite is of the wrong shade and goes back unopened; they want the money, not an exchange.',
    ),
  ],
};

const approved: DemoInvoice = {
  name: stories.approved.name,
  customer: 'oralchirurgie',
  process: 'phone_order',
  steps: [
    sam('37 08:55', create({ terms: 14, lines: { anaesthetic: 30, sterilePouches: 12, needles: 40 } })),
    sam('37 09:10', finalize),
    sam('37 09:12', send),
    ana('28 10:20', payRest('bank_transfer', 'OC 7719')),
    sam(
      '24 13:30',
      refund(0.65),
      'Ordered by two colleagues on the same morning; they send the second half back.',
    ),
    priya('24 15:02', approve),
    billing('22 25:50', settle),
  ],
};

const creditNote: DemoInvoice = {
  name: stories.creditNote.name,
  customer: 'hutmacher',
  process: 'manual_billing',
  steps: [
    ana('34 14:20', create({ terms: 30, lines: { letterheads: 6, labels: 4, layout: 3 } })),
    ana('34 14:33', finalize),
    ana('34 14:34', send),
    ana('27 09:36', credit(0.5), 'Some of the six packs arrived with bent corners.'),
    ana('27 09:38', undo, 'It is two packs only, not three.'),
    ana('27 09:40', credit(0.15), 'Two of the six packs arrived with bent corners.'),
    ana('27 09:44', send, 'With the credit note.'),
    bob('15 11:15', payRest('bank_transfer', 'Albrecht less CN')),
  ],
};

const disputeOpen: DemoInvoice = {
  name: stories.disputeOpen.name,
  customer: 'spindle',
  process: 'web_order',
  steps: [
    billing('18 25:20', create({ terms: 14, taxFree: true, lines: { espresso: 12, oatDrink: 10 } })),
    billing('18 25:21', finalize),
    billing('18 25:22', payRest('card', 'ch_69920')),
    billing('18 25:23', send),
    billing('4 25:15', dispute('not_received', 'dp_2214')),
    sam('3 10:05', note('The carrier shows it as delivered to a neighbour. I asked for the signature.')),
  ],
};

const disputeWon: DemoInvoice = {
  name: stories.disputeWon.name,
  customer: 'shoreline',
  process: 'web_order',
  steps: [
    billing(
      '55 25:20',
      create({ terms: 14, currency: 'USD', taxFree: true, lines: { filterRoast: 18, filters: 6 } }),
    ),
    billing('55 25:21', finalize),
    billing('55 25:22', payRest('card', 'ch_60077')),
    billing('55 25:23', send),
    billing('42 25:15', dispute('not_received', 'dp_1871')),
    bob('40 13:14', note('Sent the bank the delivery note with their stamp on it.')),
    billing('27 25:15', winDispute),
  ],
};

/** The bank took the money back, so the invoice is owed again. */
const disputeLost: DemoInvoice = {
  name: stories.disputeLost.name,
  customer: 'lakeview',
  process: 'web_order',
  steps: [
    billing(
      '60 25:20',
      create({ terms: 14, currency: 'USD', taxFree: true, lines: { gloves: 14, mirrors: 10 } }),
    ),
    billing('60 25:21', finalize),
    billing('60 25:22', payRest('card', 'ch_58803')),
    billing('60 25:23', send),
    billing('46 25:15', dispute('fraudulent', 'dp_1702')),
    sam(
      '44 09:08',
      note('They say that nobody there ordered. The order came from their own address, though.'),
    ),
    billing('30 25:15', loseDispute),
    sam('29 10:10', remind, 'The bank has taken the payment back; we ask for it once more.'),
  ],
};

const discounted: DemoInvoice = {
  name: stories.discounted.name,
  customer: 'bergbahn',
  process: 'manual_billing',
  steps: [
    ana('21 10:05', create({ terms: 30, lines: { menuCards: 12, flyers: 4, labels: 10 } })),
    mia('21 11:12', discount(10, 'Season opening, 10 %'), 'Promised to Mr Aicher at the trade fair.'),
    mia('21 11:15', undo),
    mia('21 11:19', redo),
    ana('21 13:40', changeLine('flyers', { quantity: 5 })),
    ana('21 13:45', finalize),
    ana('21 13:46', send),
    bob('7 09:55', payRest('bank_transfer', 'Hochries 118')),
  ],
};

export const refundStories: readonly DemoInvoice[] = [
  refundSettled,
  refundPending,
  refundFailed,
  awaitingApproval,
  approved,
  creditNote,
  disputeOpen,
  disputeWon,
  disputeLost,
  discounted,
];
