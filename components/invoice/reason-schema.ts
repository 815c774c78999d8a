import type { InvoiceCommandType } from '@/lib/invoice/commands';
import { reasonRequired } from '@/lib/invoice/lawful';
import { requiredReason, typedReason } from '../history/reason-text';

/** The field "Reason" of a form that gives this command: as much as the rules ask for. */
export function reasonSchema(type: InvoiceCommandType) {
  return reasonRequired(type) ? requiredReason : typedReason;
}
