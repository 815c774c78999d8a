import { note, remind, takeBack } from './acts';
import { draftOrder, sendOut } from './births';
import { buyerOf } from './buyers';
import { hitByBulkMistake } from './courses';
import { withinMinute } from './demo-id';
import { Life } from './life';
import { addCalendarDays, type Moment, momentAt, type OfficeCalendar, partsOf } from './office-calendar';
import { type Act, agent, ana, bob, type DemoInvoice, mia, priya, type Step } from './step';
import { bulkMistake } from './stories';

/** The day and the instant of the mistake on a calendar. */
export function bulkMistakeOn(calendar: OfficeCalendar): { day: string; instant: string } {
  const { moment, name } = bulkMistake;
  return {
    day: calendar.day(partsOf(moment).back),
    instant: calendar.instant(moment, withinMinute(name)),
  };
}

/** Three weeks and a bit from now, but for the year. */
const aYearTooEarly: Act = ({ today }) => {
  const [year, ...rest] = addCalendarDays(today, 24).split('-');
  const day = [Number(year) - 1, ...rest].join('-');
  // There may be no such day in that year.
  return { type: 'change_details', dueDate: day.endsWith('02-29') ? day.replace(/29$/, '28') : day };
};

const mistake: Step = {
  ...bob(bulkMistake.moment, aYearTooEarly, 'Our bank is closed for its move: everybody may pay later.'),
  together: bulkMistake,
  metadata: {
    process: 'bulk_change',
    batch: { size: bulkMistake.size, selection: 'Open invoices of the last two weeks' },
  },
};

/** On the next working day. */
const dayAfter = (hour: number, minute: number): Moment =>
  momentAt(partsOf(bulkMistake.moment).back - 1, hour * 60 + minute);

const nightAfter = (minute: number): Moment => momentAt(partsOf(bulkMistake.moment).back, 27 * 60 + minute);

/** What came of it on each of the forty: for most nothing yet. */
function aftermath(n: number): Step[] {
  if (n < bulkMistake.repaired) {
    const reason = 'Bob’s change of yesterday set last year’s date.';
    return [mia(dayAfter(9, 10 + 4 * n), takeBack('due_date_changed'), reason)];
  }
  if (n === bulkMistake.repaired) {
    const text =
      'I take over from Mia: four of the due dates are right again. This one and the others still say last year.';
    return [priya(dayAfter(10, 5), note(text))];
  }
  if (n % 8 !== 0) return [];
  const rang = 'They rang, rather cross: why a reminder for an invoice of last week?';
  return [
    { ...agent(nightAfter(n), remind), metadata: { rule: 'remind_when_overdue' } },
    ana(dayAfter(11, n), note(rang)),
  ];
}

const hit = (Object.entries(hitByBulkMistake) as [keyof typeof hitByBulkMistake, number][]).flatMap(
  ([process, count]) =>
    Array.from({ length: count }, (_, n) => ({ process, name: `${process} hit ${n + 1}` })),
);

/** Forty invoices that were sent, not yet due and not yet paid when it happened. */
export const hitInvoices: readonly DemoInvoice[] = hit.map(({ process, name }, n) => {
  const life = new Life(name, buyerOf(name), process, 30);
  draftOrder(life, process);
  sendOut(life);
  const begun = life.from(life.random.between(life.diary.length + 3, 11));
  return { ...begun, steps: [...begun.steps, mistake, ...aftermath(n)] };
});
