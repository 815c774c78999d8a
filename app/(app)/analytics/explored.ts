import 'server-only';
import { currentCompany } from '@/app/company';
import type { FilterOptions } from '@/components/analytics/filter-fields';
import { type FilterTexts, filtersOf } from '@/components/analytics/filter-texts';
import { readActors } from '@/db/activity-actors';
import { readActivities, readWorkflows } from '@/db/analytics/choices';
import type { Explored } from '@/db/analytics/explored';
import type { Database } from '@/db/client';
import { readRecordHeads } from '@/db/record-heads';
import { activityWords } from '@/lib/activity/activity-words';
import type { Customer } from '@/lib/customer/customer';
import { recordPlace } from '@/lib/record-places';

/** What the Explorer and the process map are asked of, and what they offer to be asked of. */
export interface Exploring {
  explored: Explored;
  options: FilterOptions;
  /** What was done to records of the kind. */
  activities: readonly { value: string; label: string }[];
  /** Its records: "invoices". */
  many: string;
  /** Somebody by name. */
  person(id: string): string;
  /** When it was read, ISO 8601. */
  now: string;
}

/** The kind of record that is looked at while nobody has chosen one. */
const usual = 'invoice';

/** Reads what filters mean and offer. A kind of record that has none counts as not chosen. */
export async function readExploring(db: Database, texts: FilterTexts): Promise<Exploring> {
  const now = new Date().toISOString();
  const [{ timeZone }, workflows, actors, customers] = await Promise.all([
    currentCompany(),
    readWorkflows(db),
    readActors(db),
    readRecordHeads(db, texts.customer ? [texts.customer] : []),
  ]);
  const offered = workflows.length > 0 ? workflows : [usual];
  const known = [texts.workflow, usual].find((name) => offered.includes(name));
  const workflow = known ?? offered[0] ?? usual;
  const customer = customers.get(texts.customer);
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const activities = (await readActivities(db, workflow)).map((value) => ({
    value,
    label: activityWords(workflow, value),
  }));
  return {
    explored: { ...filtersOf({ ...texts, workflow }, { timeZone, now }), workflow },
    options: {
      workflows: offered.map((value) => ({ value, label: upper(recordPlace(value)?.many ?? value) })),
      people: actors.map(({ id, name, left }) => ({ value: id, label: left ? `${name}, left` : name })),
      customerName: customer ? ((customer.state as Customer).name ?? null) : null,
    },
    activities: activities.sort((a, b) => (a.label < b.label ? -1 : 1)),
    many: recordPlace(workflow)?.many ?? 'records',
    person: (id) => names.get(id) ?? id,
    now,
  };
}

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
