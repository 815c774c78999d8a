import type { Company } from '@/lib/company/company';
import { paymentReferenceLabels, roundingLabels, sampleNumber, zoneName } from '@/lib/company/describe';
import type { Leaf } from '@/lib/event-sourcing/event';
import { formatMoney } from '@/lib/money';

/** The sections of the settings; each has a form of its own, and saving it is one operation. */
export type SectionName = 'details' | 'time_zone' | 'money' | 'payment_reference' | 'invoice' | 'credit_note';

interface Row {
  label: string;
  /** The leaf of the state whose change is marked here. */
  path: string;
  value: Leaf;
  /** Said where there is no value. */
  none?: string;
  format?(value: Leaf): string;
  /** How the value of before the event in view reads, where that is otherwise. */
  formatBefore?(value: Leaf): string;
}

interface Section {
  name: SectionName;
  title: string;
  about: string;
  rows: readonly Row[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The settings as the page shows them: at a moment, and before the event there. */
export function sectionsOf(company: Company, before: Company): readonly Section[] {
  return [
    {
      name: 'details',
      title: 'Company details',
      about: 'Who the company is. Printed on every invoice.',
      rows: [
        { label: 'Name', path: 'name', value: company.name },
        { label: 'Address', path: 'address', value: company.address, none: 'none given' },
        { label: 'Tax id', path: 'taxId', value: company.taxId, none: 'none given' },
      ],
    },
    {
      name: 'time_zone',
      title: 'Time zone',
      about: 'In which due dates, periods and “today” are meant. Everyone sees times in their own zone.',
      rows: [
        {
          label: 'Time zone',
          path: 'timeZone',
          value: company.timeZone,
          format: (zone) => zoneName(String(zone)),
        },
      ],
    },
    {
      name: 'money',
      title: 'Money',
      about:
        'What new invoices begin with, and from which amount refunds, credit notes and write-offs wait for a second person.',
      rows: [
        { label: 'Currency', path: 'currency', value: company.currency },
        {
          label: 'Rounding',
          path: 'rounding',
          value: company.rounding,
          format: (rule) => capital(roundingLabels[rule as Company['rounding']]),
        },
        {
          label: 'Approval above',
          path: 'approvalAbove',
          value: company.approvalAbove,
          none: 'no limit: nothing waits',
          format: (amount) => formatMoney(Number(amount), company.currency),
          formatBefore: (amount) => formatMoney(Number(amount), before.currency),
        },
      ],
    },
    {
      name: 'payment_reference',
      title: 'Payment reference',
      about: 'What customers are asked to write when they pay, so that their payment finds its invoice.',
      rows: [
        {
          label: 'Reference',
          path: 'paymentReference',
          value: company.paymentReference,
          format: (scheme) => capital(paymentReferenceLabels[scheme as Company['paymentReference']]),
        },
      ],
    },
    seriesSection('invoice', 'Invoice numbers', company),
    seriesSection('credit_note', 'Credit note numbers', company),
  ];
}

function seriesSection(name: 'invoice' | 'credit_note', title: string, company: Company): Section {
  const series = company.series[name];
  return {
    name,
    title,
    about: `They look like ${sampleNumber(series)}. A change is for the numbers handed out from then on.`,
    rows: [
      {
        label: 'Prefix',
        path: `series.${name}.prefix`,
        value: series.prefix,
        format: (text) => (text === '' ? 'none' : String(text)),
      },
      { label: 'Digits', path: `series.${name}.digits`, value: series.digits },
    ],
  };
}
