import { recordPlace } from '../record-places';
import { typeLabel } from '../type-label';

/** What an act is called: imported logs have their own words, which stay as they are. */
export const activityWords = (workflow: string, activity: string): string =>
  workflow === 'record' ? activity : typeLabel(activity);

/** What a business path is called. */
export const processWords = (process: string | null): string =>
  process === null ? 'No path named' : typeLabel(process);

/** What the records of a workflow are called: "Invoices". */
export function workflowWords(workflow: string): string {
  return typeLabel(recordPlace(workflow)?.many ?? workflow);
}
