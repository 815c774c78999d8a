import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { CompanyCommand } from '@/lib/company/commands';
import type { Company } from '@/lib/company/company';
import { useRecord } from '../history/record-context';
import { type RecordFormOptions, useRecordForm } from '../history/use-record-form';

/** A form that gives the company's settings one command. */
export const useCompanyForm = <Typed extends FieldValues & { reason?: string }, Valid>(
  options: RecordFormOptions<Typed, Valid, CompanyCommand>,
) => useRecordForm(options);

/** The settings as they were when the form opened: what is not changed in it is not sent, whatever others do. */
export function useOpenedCompany(): Company {
  const { log } = useRecord();
  const [company] = useState(log.state as Company);
  return company;
}
