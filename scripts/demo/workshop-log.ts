/**
 * The log of the workshop in Lisbon that mends the machines which the demo company sells: what its own system would
 * hand out as CSV, with a row for everything that was done to a repair. It has a clock, people and words of its own.
 */
import { csvLine } from '@/lib/csv';
import type { OfficeCalendar } from './office-calendar';
import { type Random, randomFrom } from './random';

/** What the log is called here, and the clock on its wall. */
export const workshop = {
  log: 'Lisbon workshop',
  fileName: 'lisbon-workshop.csv',
  timeZone: 'Europe/Lisbon',
  firstTicket: 4101,
  tickets: 56,
} as const;

/** What its owner would want to know: how paying goes, what is paid back, and who takes a machine back unrepaired. */
export const workshopOutcomes = {
  success: ['Paid'],
  failure: ['Payment failed'],
  refund: ['Refunded'],
  churn: ['Collected unrepaired'],
} as const;

const columns = [
  'Ticket',
  'Step',
  'Time',
  'By',
  'Customer',
  'Device',
  'Serial number',
  'Fault',
  'Warranty',
  'Finding',
  'Quote',
  'Parts',
  'Labour hours',
  'Test',
  'Total',
  'Paid by',
  'Note',
] as const;
type Column = (typeof columns)[number];
type Fields = Partial<Record<Exclude<Column, 'Ticket' | 'Step' | 'Time' | 'By'>, string>>;

const devices = [
  'Espresso machine Lira 2',
  'Grinder Monte 65',
  'Dough mixer KR-20',
  'Label printer LP-4',
] as const;
const customers = [
  'Café Aurora',
  'Pastelaria Lua',
  'Hotel Miradouro',
  'Padaria do Bairro',
  'Quiosque Tejo',
  'Clínica São Bento',
  'Gráfica Alfama',
  'Restaurante Sal & Brasa',
] as const;
const faults = [
  'Does not heat',
  'Leaks',
  'Stops after a minute',
  'Unusual noise',
  'Display stays dark',
] as const;
const findings = ['Pump worn', 'Seal broken', 'Control board burnt', 'Bearing dry', 'Cable loose'] as const;
const technicians = ['João Pires', 'Inês Carvalho', 'Rui Matos'] as const;
const desk = ['Teresa Lopes', 'Hugo Reis'] as const;

/** The newest repair began so many office days before the demo's last one, and nothing is newer than `ends`. */
const begins = 68;
const ends = 6;
const opens = 9 * 60;

/** Writes down one repair, step by step: later on the same day, or some days later. */
class Repair {
  readonly rows: { day: string; minute: number; cells: (string | null)[] }[] = [];
  private minute: number;

  constructor(
    private readonly ticket: string,
    private readonly calendar: OfficeCalendar,
    readonly random: Random,
    private back: number,
  ) {
    this.minute = opens + random.between(0, 170);
  }

  step(days: readonly [least: number, most: number], step: string, by: string, fields: Fields = {}): void {
    const later = this.random.between(...days);
    this.back -= later;
    this.minute = later > 0 ? opens + this.random.between(0, 300) : this.minute + this.random.between(6, 55);
    // What is yet to come is in none of the log.
    if (this.back < ends) return;
    const time = `${String(Math.floor(this.minute / 60)).padStart(2, '0')}:${String(this.minute % 60).padStart(2, '0')}`;
    const day = this.calendar.day(this.back);
    const values: Partial<Record<Column, string>> = {
      Ticket: this.ticket,
      Step: step,
      Time: `${day} ${time}`,
      By: by,
      ...fields,
    };
    this.rows.push({ day, minute: this.minute, cells: columns.map((column) => values[column] ?? null) });
  }
}

/** An amount as the workshop writes it, from cents. */
const euros = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/**
 * What happens to a repair. Which ones are declined, fail their test or their payment, and are complained about follows
 * from their place, so that the answers are the same on every calendar: most of those whose quote is raised are taken home
 * unrepaired, and few others; a call after a failed payment mends more than the link that is sent again; and what failed
 * its test is paid back more often than what did not.
 */
function repair(n: number, calendar: OfficeCalendar): Repair {
  const ticket = `R-${workshop.firstTicket + n}`;
  const random = randomFrom(`workshop ${ticket}`);
  const it = new Repair(ticket, calendar, random, begins - n);
  const [clerk, technician] = [random.pick(desk), random.pick(technicians)];
  const isFree = n % 7 === 3;
  let quote = random.between(60, 290) * 100 + random.pick([0, 50, 90, 95]);
  it.step([0, 0], 'Received', clerk, {
    Customer: random.pick(customers),
    Device: random.pick(devices),
    'Serial number': `${random.pick(['A', 'B', 'K'])}${random.between(100_000, 999_999)}`,
    Fault: random.pick(faults),
    Warranty: isFree ? 'yes' : 'no',
  });
  it.step([0, 2], 'Diagnosed', technician, {
    Finding: random.pick(findings),
    ...(isFree ? {} : { Quote: euros(quote) }),
  });
  if (!isFree) {
    it.step([0, 1], 'Quote sent', 'Workshop mail');
    const isRaised = n % 5 === 1;
    if (isRaised) {
      quote += random.between(30, 90) * 100;
      it.step([1, 2], 'Quote raised', technician, {
        Quote: euros(quote),
        Note: 'A second part turned out to be broken.',
      });
    }
    if (isRaised ? n % 3 !== 0 : n % 20 === 8) {
      it.step([1, 4], 'Quote declined', clerk);
      it.step([1, 3], 'Collected unrepaired', clerk, { Total: '0.00' });
      return it;
    }
    it.step([0, 3], 'Quote accepted', clerk);
  }
  const parts = Math.round(quote * 0.37);
  if (n % 3 !== 2) {
    it.step([0, 0], 'Parts ordered', technician, { Parts: euros(parts) });
    it.step([2, 5], 'Parts arrived', clerk);
  }
  const failsTest = n % 9 === 4;
  it.step([0, 2], 'Repaired', technician, {
    'Labour hours': `${random.between(0, 2)}.${random.pick(['25', '50', '75'])}`,
  });
  if (failsTest) {
    it.step([0, 0], 'Test failed', technician, { Test: 'failed' });
    it.step([1, 2], 'Repaired', technician, { 'Labour hours': `${random.between(2, 4)}.50` });
  }
  it.step([0, 0], 'Test passed', technician, { Test: 'passed', Total: isFree ? '0.00' : euros(quote) });
  if (!isFree) pay(it, n, clerk);
  it.step([0, 2], 'Collected', clerk);
  if (!isFree && (failsTest ? n % 4 !== 3 : n === 20)) {
    it.step([2, 6], 'Complaint received', clerk, { Note: 'The same fault is back.' });
    it.step([0, 1], 'Refunded', 'Carla Nunes', { Total: '0.00' });
  }
  return it;
}

function pay(it: Repair, n: number, clerk: string): void {
  const method = it.random.pick(['card', 'MB Way', 'bank transfer']);
  if (n % 3 === 0) {
    it.step([0, 1], 'Payment failed', 'Payment terminal');
    const isCalled = n % 2 === 0;
    it.step([0, 1], isCalled ? 'Customer called' : 'Payment link sent', clerk);
    if (n % 8 > (isCalled ? 5 : 3)) {
      it.step([4, 6], 'Handed to collections', 'Carla Nunes', { Note: 'Not paid after a second request.' });
      return;
    }
    it.step([0, 2], 'Paid', clerk, { 'Paid by': method });
    return;
  }
  it.step([0, 1], 'Paid', clerk, { 'Paid by': method });
}

/** The whole log up to a week before the demo's last day, in the order of time. */
export function workshopCsv(calendar: OfficeCalendar): string {
  const rows = Array.from({ length: workshop.tickets }, (_, n) => repair(n, calendar))
    .flatMap(({ rows: own }) => own)
    .sort((a, b) => (a.day === b.day ? a.minute - b.minute : a.day < b.day ? -1 : 1));
  return [columns, ...rows.map(({ cells }) => cells)].map((cells) => csvLine(cells)).join('');
}
