import 'server-only';
import type { SearchParams } from 'nuqs/server';
import type { Choice } from '@/components/analytics/question-filters';
import { readActivities, readWorkflows } from '@/db/analytics/choices';
import type { Explored } from '@/db/analytics/explored';
import type { Database } from '@/db/client';
import { activityWords } from '@/lib/analytics/act-words';
import { ofLog } from '@/lib/analytics/records-asked';
import { recordPlace } from '@/lib/record-places';
import { type AskedQuestion, kindOrLogs, readQuestion } from './read-question';

/** What the Explorer and the process map are asked: of one kind of record, and what there is of it. */
export interface Exploring extends AskedQuestion {
  explored: Explored;
  /** The kinds of record that have a history. */
  workflows: readonly Choice[];
  /** What was done to records of this kind. */
  activities: readonly Choice[];
  /** Its records: "invoices". */
  many: string;
  /** Somebody by name. */
  person(id: string): string;
}

/** The kind of record that is looked at while nobody has chosen one. */
const usual = 'invoice';

/** Reads what the address asks; where it names no kind of record that has a history, of the usual one. */
export async function readExploring(db: Database, params: SearchParams): Promise<Exploring> {
  const [question, found] = await Promise.all([readQuestion(db, params), readWorkflows(db)]);
  const { address, filters, controls } = question;
  const offered = found.length > 0 ? found : [usual];
  const asked = [filters.workflow, usual].find((name) => name !== null && offered.includes(name));
  const workflow = asked ?? offered[0] ?? usual;
  const log = workflow === filters.workflow ? (filters.log ?? null) : null;
  const activities = (await readActivities(db, { workflow, log })).map((value) => ({
    value,
    label: activityWords(workflow, value),
  }));
  const names = new Map(controls.people.map(({ value, label }) => [value, label]));
  return {
    ...question,
    address: { ...address, workflow: log === null ? workflow : ofLog(log) },
    explored: { ...filters, workflow, log },
    workflows: offered.flatMap((value) => kindOrLogs(value, question.logs)),
    activities: activities.sort((a, b) => (a.label < b.label ? -1 : 1)),
    many: recordPlace(workflow)?.many ?? 'records',
    person: (id) => names.get(id) ?? id,
  };
}
