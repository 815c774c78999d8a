/**
 * Drafts that were worked on for days, by two people in turns: for a slider with many marks. What each turn does is
 * written down below; which line, and to what value, is left to chance with a fixed seed.
 */
import { addLine, create, dueIn, finalize, memo, send } from './acts';
import { payShare } from './acts-money';
import type { ItemCode } from './catalogue';
import { edits, services } from './edits';
import { later, type Moment, partsOf } from './office-calendar';
import { randomFrom } from './random';
import { type Act, ana, bob, type DemoInvoice, mia, type Step } from './step';
import { stories } from './stories';

/**
 * One person's turn at a draft, a few minutes between its steps. Words are names of edits, `quantity*3` three in a
 * row, or of items, which are added: `gloves`.
 */
function turn(who: typeof ana, start: Moment, words: string): Step[] {
  const random = randomFrom(`${start} ${words}`);
  let minutes = 0;
  return words.split(' ').flatMap((word) => {
    const [name = '', times = '1'] = word.split('*');
    const act = name in edits ? edits[name as keyof typeof edits] : added(name as ItemCode);
    return Array.from({ length: Number(times) }, () => {
      const step = who(later(partsOf(start), minutes), act);
      minutes += 1 + random.below(5);
      return step;
    });
  });
}

const added =
  (code: ItemCode): Act =>
  (scene) =>
    addLine(code, services.includes(code) ? 1 : scene.random.pick([1, 2, 3, 4, 5, 6, 8, 10]))(scene);

/** 45 events. */
const manyEdits: DemoInvoice = {
  name: stories.manyEdits.name,
  customer: 'hollweg',
  process: 'manual_billing',
  steps: [
    ana('19 09:14', create({ terms: 30, lines: { letterheads: 4, menuCards: 6, layout: 3 } })),
    ...turn(ana, '19 09:17', 'labels quantity*2 price undo price flyers wording quantity undo redo'),
    ...turn(bob, '18 13:30', 'banner quantity price*2 undo*2 redo remark breadBags wording*2 undo'),
    ...turn(ana, '15 10:05', 'quantity*3 remove undo price remark undo redo terms'),
    ...turn(bob, '13 14:40', 'quantity*2 price wording undo remark remove terms'),
    ana('12 11:02', finalize),
    ana('12 11:05', send),
    bob('5 10:30', memo('Delivered complete; the proofs are approved.')),
  ],
};

/** 130 events. */
const longHistory: DemoInvoice = {
  name: stories.longHistory.name,
  customer: 'zahnhaus',
  process: 'manual_billing',
  steps: [
    ana('34 08:50', create({ terms: 45, lines: { gloves: 40, masks: 20, bibs: 12, sterilePouches: 10 } })),
    ...turn(ana, '34 08:53', 'mirrors composite alginate quantity*6 price*2 undo wording undo redo'),
    ...turn(bob, '32 14:06', 'disinfectant cottonRolls quantity*5 price undo price remark wording undo'),
    ...turn(ana, '31 09:33', 'polishingPaste quantity*4 price*3 undo*2 redo*2 remove undo remark'),
    ...turn(bob, '29 10:12', 'anaesthetic burs quantity*4 wording*2 undo*2 redo price terms'),
    ...turn(mia, '28 16:01', 'price*3 undo redo remark terms'),
    ...turn(ana, '26 08:44', 'impressionTrays needles quantity*5 undo redo undo price wording'),
    ...turn(bob, '25 13:20', 'suction quantity*3 price*2 undo remove quantity remark undo redo'),
    ...turn(ana, '23 11:07', 'quantity*6 wording price undo*2 redo courier remark'),
    ...turn(bob, '21 09:26', 'quantity*5 price*2 undo remove undo terms quantity'),
    ...turn(ana, '18 15:10', 'delivery quantity*6 price undo redo remark terms'),
    ana('16 10:20', finalize),
    ana('16 10:24', send),
    bob('11 14:15', memo('Framework order of the quarter. The first part was delivered on time.')),
    mia('8 09:47', dueIn(30), 'Agreed with the practice: payable after the second delivery.'),
    ana('2 12:08', payShare(0.3, 'bank_transfer', 'ZHN part 1')),
  ],
};

export const longHistories: readonly DemoInvoice[] = [manyEdits, longHistory];
