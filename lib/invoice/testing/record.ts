import { initialSettings } from '../../decision-settings';
import { RecordBuilder } from '../../event-sourcing/record-builder';
import type { InvoiceCommand } from '../commands';
import type { Invoice } from '../invoice';
import { creation, people } from '../testing';
import { invoiceWorkflow } from '../workflow';

/**
 * A record that Ana created as event 1, and each of these commands, hers too, as the next. Throws where one of them is
 * refused.
 *
 * @param approvalAbove the company's limit in cents, if it has one
 */
export function record(commands: readonly InvoiceCommand[], approvalAbove: number | null = null) {
  const workflow = { ...invoiceWorkflow, initialSettings: { ...initialSettings, approvalAbove } };
  const made = new RecordBuilder<Invoice, InvoiceCommand>(workflow);
  for (const command of [creation(2), ...commands]) {
    if (!made.command(people.ana, command)) throw new Error(`${command.type} was refused.`);
  }
  return made;
}
