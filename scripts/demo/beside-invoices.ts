/** What happens to records that go along with invoices, at moments that follow from the invoices' own. */
import type { Recorded } from '@/lib/event-sourcing/event';
import { replay } from '@/lib/event-sourcing/replay';
import type { Invoice } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { demoId } from './demo-id';
import { later, type Moment, partsOf } from './office-calendar';
import type { Act, DemoInvoice, Scene, Step, Who } from './step';

/** Sorts as time goes: minutes, counted from the last day's midnight. */
export function minutesOf(moment: Moment): number {
  const { back, hour, minute } = partsOf(moment);
  return (-back * 24 + hour) * 60 + minute;
}

/** So many minutes after a step of an invoice, by whoever took it, or another. */
export function after(
  { moment, who }: Pick<Step, 'moment' | 'who'>,
  minutes: number,
  act: Act<Scene>,
  more: Partial<Step<Scene>> = {},
): Step<Scene> {
  return { moment: later(partsOf(moment), minutes), who, act, reason: null, ...more };
}

/** At a moment of its own. */
export const at = (
  moment: Moment,
  who: Who,
  act: Act<Scene>,
  more: Partial<Step<Scene>> = {},
): Step<Scene> => ({ moment, who, act, reason: null, ...more });

/** Steps in the order of time. */
export const inOrder = (steps: readonly Step<Scene>[]): Step<Scene>[] =>
  steps.toSorted((a, b) => minutesOf(a.moment) - minutesOf(b.moment));

/** The first step of an invoice that belongs to a word of its course. */
export const stepOfWord = ({ steps }: DemoInvoice, word: string): Step | undefined =>
  steps.find((step) => step.word === word);

/** An invoice as its history makes it so far. */
export const invoiceSoFar = (history: readonly Recorded[]): Invoice =>
  replay<Invoice>(invoiceWorkflow, history);

/** Links an invoice that has its number by then. */
export const linkTo =
  ({ name }: DemoInvoice): Act<Scene> =>
  ({ others }) => {
    const { number } = invoiceSoFar(others(demoId(name)));
    if (!number) throw new Error(`${name} has no number yet, so nothing can be linked to it.`);
    return { type: 'link_invoice', invoice: { id: demoId(name), number } };
  };
