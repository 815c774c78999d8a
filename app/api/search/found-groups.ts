import { recordLists } from '@/app/record-lists';
import type { FoundRow } from '@/db/search-records';
import { roleLabels } from '@/lib/access';
import type { FoundGroup } from '@/lib/found-records';
import { statusLabels } from '@/lib/invoice/status';
import { recordPlace } from '@/lib/record-places';

interface Kind {
  workflow: string;
  label: string;
  list: string;
  /** What a status is called; null where it is called what it is. */
  statuses: Readonly<Record<string, string>> | null;
}

/** The kinds of records that can be found, named and in the order as in the navigation. */
const kinds: readonly Kind[] = [
  { workflow: 'invoice', label: 'Invoices', list: '/invoices', statuses: statusLabels },
  { workflow: 'customer', label: 'Customers', list: '/customers', statuses: { archived: 'Archived' } },
  ...recordLists.map(({ workflow, title: label, path: list, statuses }) => ({
    workflow,
    label,
    list,
    statuses:
      statuses &&
      Object.fromEntries(Object.entries(statuses).map(([status, words]) => [status, words.label])),
  })),
  {
    workflow: 'person',
    label: 'People',
    list: '/admin/people',
    statuses: { ...roleLabels, deactivated: 'Deactivated' },
  },
];

/** What was found, kind by kind, in the words of its list. A kind of which nothing was found is left out. */
export function foundGroups(rows: readonly FoundRow[]): FoundGroup[] {
  return kinds
    .map(({ workflow, label, list, statuses }) => ({
      label,
      list,
      records: rows
        .filter((row) => row.workflow === workflow)
        .map(({ id, title, note, status, elsewhere }) => ({
          href: recordPlace(workflow)?.href(id) ?? list,
          title,
          detail:
            [note, status && (statuses?.[status] ?? status), elsewhere].filter(Boolean).join(' · ') || null,
        })),
    }))
    .filter(({ records }) => records.length > 0);
}
