import type { InvoiceCommandType } from '@/lib/invoice/commands';
import { reasonRequired } from '@/lib/invoice/lawful';
import { requiredText, text } from '@/lib/text';

/** The field "Reason" of a form that gives this command: as much as the rules ask for. */
export function reasonSchema(type: InvoiceCommandType) {
  return reasonRequired(type)
    ? requiredText(1000, 'Say why, in a few words. It is kept in the history.')
    : text(1000);
}
