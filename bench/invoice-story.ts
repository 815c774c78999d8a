import { randomUUID } from 'node:crypto';
import { decideCommand } from '@/lib/event-sourcing/append';
import type { Actor } from '@/lib/event-sourcing/event';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import type { InvoiceEvent } from '@/lib/invoice/events';
import type { Invoice } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import type { Story } from './contestants/contestant';

/** Who does it all. */
export const clerk: Actor = { id: 'ana', kind: 'user', name: 'Ana Novak' };

/** What is stored beside each payload. */
export const metadata = { channel: 'form', process: 'manual_billing' };

export interface InvoiceStory extends Story {
  commands: readonly InvoiceCommand[];
}

/** An everyday invoice: six commands, of which each leads to one event. */
export function newStory(): InvoiceStory {
  const streamId = randomUUID();
  const [consulting, travel, licence] = [randomUUID(), randomUUID(), randomUUID()];
  return {
    streamId,
    commands: [
      {
        type: 'create_invoice',
        invoiceId: streamId,
        currency: 'EUR',
        customer: {
          id: randomUUID(),
          name: 'Lindqvist Bakery AB',
          email: 'orders@lindqvist.example',
          address: 'Storgatan 12, 411 38 Göteborg',
          taxId: null,
        },
        dueDate: '2026-12-10',
        memo: null,
        discounts: [],
        duplicateOf: null,
        lines: [
          {
            id: consulting,
            description: 'Consulting, two days',
            quantity: '16',
            unitPrice: 9500,
            taxRate: 1900,
          },
          { id: travel, description: 'Travel', quantity: '1', unitPrice: 23_450, taxRate: 700 },
        ],
      },
      {
        type: 'add_line',
        line: {
          id: licence,
          description: 'Licence, one year',
          quantity: '1',
          unitPrice: 49_900,
          taxRate: 1900,
        },
      },
      { type: 'change_line', lineId: consulting, quantity: '18.5' },
      { type: 'finalize_invoice' },
      { type: 'send_invoice', messageId: randomUUID(), to: 'orders@lindqvist.example', text: null },
      {
        type: 'record_payment',
        paymentId: randomUUID(),
        amount: 60_000,
        method: 'bank_transfer',
        receivedOn: '2026-01-05',
        reference: 'RF18 5390 0754 7034',
      },
    ],
  };
}

let numbers = 0;

/** What a command leads to, by Retrace's own rules; peers that decide use them too. Throws if it is refused. */
export function decide(command: InvoiceCommand, state: Invoice): readonly InvoiceEvent[] {
  const now = new Date().toISOString();
  numbers += 1;
  const decision = decideCommand(invoiceWorkflow, state, command, {
    now,
    today: now.slice(0, 10),
    actor: clerk,
    mayApprove: false,
    reason: null,
    settings: invoiceWorkflow.initialSettings,
    reserved: `INV-${numbers}`,
  });
  if (decision.kind === 'events') return decision.events as readonly InvoiceEvent[];
  throw new Error(`The benchmark's "${command.type}" is not carried out: ${JSON.stringify(decision)}`);
}

/** The events of one story, for those that only store: type, payload and metadata as JSON. */
export function storedForms(): readonly { type: string; payload: string; metadata: string }[] {
  let state = invoiceWorkflow.initialState;
  return newStory().commands.flatMap((command) =>
    decide(command, state).map((event) => {
      state = invoiceWorkflow.evolve(state, event);
      return {
        type: event.type,
        payload: JSON.stringify(event.payload),
        metadata: JSON.stringify({ ...metadata, actor: clerk }),
      };
    }),
  );
}
