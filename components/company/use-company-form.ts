import type { FieldValues } from 'react-hook-form';
import type { CompanyCommand } from '@/lib/company/commands';
import type { Company } from '@/lib/company/company';
import { useOpened } from '../history/opened-record';
import { type RecordFormOptions, useRecordForm } from '../history/use-record-form';

/** A form that gives the company's settings one command. */
export const useCompanyForm = <Typed extends FieldValues & { reason?: string }, Valid>(
  options: RecordFormOptions<Typed, Valid, CompanyCommand>,
) => useRecordForm(options);

/** The settings that the form goes by. */
export const useOpenedCompany = (): Company => useOpened<Company>().state;
