import type { FieldValues } from 'react-hook-form';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import { type RecordFormOptions, useRecordForm } from '../history/use-record-form';

/** A form that gives an invoice one command. */
export const useCommandForm = <Typed extends FieldValues & { reason?: string }, Valid>(
  options: RecordFormOptions<Typed, Valid, InvoiceCommand>,
) => useRecordForm(options);
