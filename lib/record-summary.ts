/**
 * A record as a row of the read tables that all workflows share which have none of their own: what their lists show, sort
 * and search. See db/projections/records.ts.
 */
export interface RecordSummary {
  /** What people know the record by: its number, case id or name. */
  title: string;
  status: string;
  customerId: string | null;
  customerName: string | null;
  /** In minor units of `currency`; null where the record is about no amount. */
  amount: number | null;
  currency: string | null;
  /** What else the list shows and searches, as text by column. */
  fields: Readonly<Record<string, string>>;
}

/** Longer texts are found by their beginning. */
const longestSearched = 4000;

/** What a search looks through, in lower case. */
export function searchedText({ title, customerName, fields }: RecordSummary): string {
  const parts = [title, customerName, ...Object.values(fields)].filter(
    (part) => part !== null && part !== '',
  );
  return inSearch(parts.join(' '));
}

/** Lower case, and no half of a character at the end of what is cut. */
export function inSearch(text: string): string {
  return text
    .toLowerCase()
    .slice(0, longestSearched)
    .replace(/[\uD800-\uDBFF]$/, '');
}
