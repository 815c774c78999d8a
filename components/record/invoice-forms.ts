import * as z from 'zod/mini';
import type { LinkedInvoice } from '@/lib/linked-invoice';
import { type CommandForm, commandForm } from './command-form';

/** What has invoices linked to it. */
interface WithInvoices {
  invoices: Readonly<Record<string, LinkedInvoice>>;
}

type LinkCommand =
  | { type: 'link_invoice'; invoice: LinkedInvoice }
  | { type: 'unlink_invoice'; invoiceId: string };

const chosen = z.object({ invoiceId: z.uuid('Choose an invoice.') });

/** The forms that link invoices to a record of another workflow, out of the choice `invoices`, and unlink them. */
export const invoiceForms: Readonly<Record<LinkCommand['type'], CommandForm<WithInvoices, LinkCommand>>> = {
  link_invoice: commandForm({
    title: 'Link invoice',
    description: 'An invoice to the same customer.',
    action: 'Link invoice',
    done: 'Invoice linked',
    fields: ({ invoices }, { choices }) => {
      const open = (choices.invoices ?? []).filter(({ value }) => !(value in invoices));
      const options = open.length > 0 ? open : [{ value: '', label: 'There is no other invoice' }];
      return [
        { name: 'invoiceId', label: 'Invoice', kind: 'choice', value: options[0]?.value ?? '', options },
      ];
    },
    schema: () => chosen,
    toCommand: ({ invoiceId: id }, _, { choices }) => ({
      type: 'link_invoice',
      invoice: { id, number: choices.invoices?.find(({ value }) => value === id)?.label ?? '' },
    }),
    fieldOf: (path) => path.replace(/^invoice\..*/, 'invoiceId'),
  }),
  unlink_invoice: commandForm({
    title: 'Unlink invoice',
    description: 'The invoice itself stays as it is.',
    action: 'Unlink invoice',
    done: 'Invoice unlinked',
    fields: ({ invoices }) => {
      const options = Object.values(invoices).map(({ id: value, number }) => ({ value, label: number }));
      return [
        { name: 'invoiceId', label: 'Invoice', kind: 'choice', value: options[0]?.value ?? '', options },
      ];
    },
    schema: () => chosen,
    toCommand: ({ invoiceId }) => ({ type: 'unlink_invoice', invoiceId }),
  }),
};
