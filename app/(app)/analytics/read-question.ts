import 'server-only';
import type { SearchParams } from 'nuqs/server';
import { currentCompany } from '@/app/company';
import {
  type AnalyticsAddress,
  loadAnalyticsAddress,
  unread,
  usualDays,
} from '@/components/analytics/analytics-address';
import type { Choice, QuestionControls } from '@/components/analytics/question-filters';
import { readActors } from '@/db/activity-actors';
import { readBusyWorkflows } from '@/db/analytics/activities';
import { readLogs } from '@/db/analytics/choices';
import { findNamedCustomer, readCustomerNames } from '@/db/analytics/named-customer';
import { type NamedOutcomes, readOutcomes } from '@/db/analytics/outcomes';
import type { Database } from '@/db/client';
import { workflowWords } from '@/lib/analytics/act-words';
import type { AnalyticsFilters } from '@/lib/analytics/question';
import { anyRecords, ofLog, readRecordsAsked } from '@/lib/analytics/records-asked';
import { addDays, dayStart, momentOf } from '@/lib/calendar-spans';
import { fromTyped } from '@/lib/typed-moment';
import { workflows } from '@/lib/workflows';

/** What a page of the analytics is asked, as far as what it names is there. */
export interface AskedQuestion {
  address: AnalyticsAddress;
  filters: AnalyticsFilters;
  days: number;
  named: NamedOutcomes;
  /** The workflows in which anything has happened. */
  busy: ReadonlySet<string>;
  /** The imported logs. */
  logs: readonly string[];
  controls: QuestionControls;
}

/** As many customers are offered as one types; any other is found by its whole name. */
const mostOffered = 300;

/** Reads what the address asks. What names nobody is left out, and told. */
export async function readQuestion(db: Database, params: SearchParams): Promise<AskedQuestion> {
  const address = loadAnalyticsAddress(params);
  const asked = readRecordsAsked(address.workflow);
  const [{ timeZone }, named, busy, logs, actors, customers, customer] = await Promise.all([
    currentCompany(),
    readOutcomes(db),
    readBusyWorkflows(db, Object.keys(workflows)),
    readLogs(db),
    readActors(db),
    readCustomerNames(db, mostOffered),
    address.customer === null ? null : findNamedCustomer(db, address.customer),
  ]);
  const known = {
    customer: address.customer === null || customer !== null,
    person: address.person === null || actors.some(({ id }) => id === address.person),
    workflow: asked.workflow === null || Object.hasOwn(workflows, asked.workflow),
  };
  const kept: AnalyticsAddress = {
    ...address,
    customer: known.customer ? (customer?.name ?? null) : null,
    person: known.person ? address.person : null,
    workflow: known.workflow ? address.workflow : null,
  };
  const strangers = [
    ...(known.customer ? [] : ['customer']),
    ...(known.person ? [] : ['person']),
    ...(known.workflow ? [] : ['records']),
  ];
  return {
    address: kept,
    named,
    busy,
    logs,
    days: kept.days ?? usualDays,
    filters: {
      ...(known.workflow ? asked : anyRecords),
      customer: customer?.id ?? null,
      person: kept.person,
      from: kept.from && dayStart(kept.from, timeZone),
      to: kept.to && dayStart(addDays(kept.to, 1), timeZone),
      asOf: kept.asOf && instantOf(kept.asOf, timeZone),
      undone: kept.undone !== null,
    },
    controls: {
      unread: [...unread(params), ...strangers],
      timeZone,
      customers,
      people: actors.map(({ id, name }) => ({ value: id, label: name })),
      workflows: Object.keys(workflows).flatMap((value) => kindOrLogs(value, logs)),
    },
  };
}

/** A kind of record; and where it is that of imported logs each of them by itself. */
export function kindOrLogs(workflow: string, logs: readonly string[]): Choice[] {
  const label = workflowWords(workflow);
  if (workflow !== 'record' || logs.length === 0) return [{ value: workflow, label }];
  return [
    { value: workflow, label: `${label} of all logs` },
    ...logs.map((log) => ({ value: ofLog(log), label: `${label}: ${log}` })),
  ];
}

/** The instant that a day, a time on the company's clock or an instant stands for. */
function instantOf(moment: string, timeZone: string): string {
  return fromTyped(moment, timeZone) ?? momentOf(moment, timeZone);
}
