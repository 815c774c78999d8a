import * as z from 'zod/mini';
import { requiredText } from './text';

/** An invoice that a record of another workflow is linked to, by its number as it was then. */
export const linkedInvoice = z.object({
  id: z.uuid('This needs the id of a record.'),
  number: requiredText(50, 'Name the invoice by its number.'),
});

export type LinkedInvoice = z.output<typeof linkedInvoice>;
