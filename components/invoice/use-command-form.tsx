import type { FieldValues } from 'react-hook-form';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import { type RecordFormOptions, useRecordForm } from '../history/use-record-form';
import { RefusalNote } from './refusal-note';

/** What every form of an invoice is given. */
export interface InvoiceFormProps {
  /** As it was when the form opened: what is not changed in it is not sent, whatever others do meanwhile. */
  invoice: Invoice;
  onClose(): void;
}

type Options<Typed extends FieldValues, Valid> = Omit<
  RecordFormOptions<Typed, Valid, InvoiceCommand>,
  'onDone'
> & { onClose(): void };

/** A form that gives an invoice one command, and what its dialog needs of it. */
export function useCommandForm<Typed extends FieldValues & { reason?: string }, Valid>({
  onClose,
  ...options
}: Options<Typed, Valid>) {
  const { form, submit, problem, alternatives, pending } = useRecordForm({ ...options, onDone: onClose });
  const said = problem && <RefusalNote message={problem} alternatives={alternatives} />;
  return { form, dialog: { onSubmit: submit, problem: said, pending, onClose } };
}
