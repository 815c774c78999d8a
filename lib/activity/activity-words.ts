import { typeLabel } from './event-types';

/** What an act is called: "Payment received". An imported log's own names stay as they are there. */
export function activityWords(workflow: string, activity: string): string {
  return workflow === 'record' ? activity : typeLabel(activity);
}
