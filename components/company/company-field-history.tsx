'use client';

import type { Company } from '@/lib/company/company';
import type { FieldHistoryProps, FieldsOf } from '../history/field-history-context';
import { FieldHistoryDialog } from '../history/field-history-dialog';
import { sectionsOf } from './sections';

/** "Why is this value here?" of the company's settings. */
export function CompanyFieldHistory(props: FieldHistoryProps) {
  return <FieldHistoryDialog {...props} fieldsOf={fieldsOf} />;
}

/** A setting by its leaf, in the words of its section. An amount is one in a currency. */
const fieldsOf: FieldsOf = (id, label) => {
  const readWith = id === 'approvalAbove' ? ['currency'] : [];
  const field = { label, paths: [id], readWith, read: (company: Company) => textOf(company, id) };
  return { field, among: [field] };
};

function textOf(company: Company, path: string): string | null {
  const row = sectionsOf(company, company)
    .flatMap(({ rows }) => rows)
    .find((candidate) => candidate.path === path);
  if (!row || row.value === null) return null;
  return row.format ? row.format(row.value) : String(row.value);
}
