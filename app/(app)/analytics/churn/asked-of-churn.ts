import 'server-only';
import type { Choice } from '@/components/analytics/question-filters';
import { workflowsWith } from '@/db/analytics/outcomes';
import { type AskedQuestion, kindOrLogs } from '../read-question';

/** Whose churn is asked about: one kind of records, in which an event is named that tells of leaving. */
export function askedOfChurn({ filters, named, busy, logs }: AskedQuestion): {
  workflow: string;
  choices: readonly Choice[];
} {
  const telling = workflowsWith(named, 'churn');
  // What the address names is asked about, also where nothing there tells of leaving: the page says so.
  const workflow = filters.workflow ?? telling.find((name) => busy.has(name)) ?? telling[0] ?? 'customer';
  const choices = [...new Set([...telling, workflow])].flatMap((value) => kindOrLogs(value, logs));
  return { workflow, choices };
}
