import * as z from 'zod/mini';
import { chosenEvents } from '../batch-selection';
import { selectionInput } from './invoice-selection';

/** What somebody chose by hand, to have changes of it undone, as a browser sends it. */
export const chosenInput = z.discriminatedUnion('kind', [
  chosenEvents,
  z.object({ kind: z.literal('invoices'), selection: selectionInput }),
]);

export type ChosenInput = z.output<typeof chosenInput>;

/** How a browser has it kept; the answer is the id under which it is found again. */
export type KeepSelection = (input: {
  chosen: ChosenInput;
}) => Promise<{ ok: true; id: string } | { ok: false; refusal: { message: string } }>;
