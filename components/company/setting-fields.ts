import type { Company } from '@/lib/company/company';
import { settingLabels } from '@/lib/company/describe-changes';
import type { Field } from '@/lib/event-sourcing/field-history';
import { type SectionName, sectionsOf } from './sections';

const known = new Map<string, Field<Company>>();

/** A setting that can be asked why it is as it is, by its section and its leaf; read as the page shows it. */
export function settingField(section: SectionName, path: string): Field<Company> {
  const field = known.get(path) ?? fieldOf(section, path);
  known.set(path, field);
  return field;
}

function fieldOf(section: SectionName, path: string): Field<Company> {
  const rowIn = (company: Company) => {
    const shown = sectionsOf(company, company).find(({ name }) => name === section);
    return shown?.rows.find((row) => row.path === path);
  };
  return {
    label: settingLabels[path] ?? path,
    // An amount is one in a currency.
    paths: path === 'approvalAbove' ? [path, 'currency'] : [path],
    read: (company) => {
      const row = rowIn(company);
      if (!row || row.value === null) return null;
      return row.format ? row.format(row.value) : String(row.value);
    },
  };
}
