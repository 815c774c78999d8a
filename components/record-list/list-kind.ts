import type { RecordListPageName } from '@/lib/saved-view';
import type { BadgeTone } from '../ui/badge';

/** What the list of one workflow's records needs to know. Plain data: the server hands it to the browser. */
export interface RecordListKind {
  workflow: string;
  /** "/subscriptions" */
  path: `/${RecordListPageName}`;
  /** "Subscriptions" */
  title: string;
  /** One and several of them, within a sentence. */
  one: string;
  many: string;
  /** What a row is known by: "Number". */
  known: string;
  /** "Number, customer or plan" */
  searchHint: string;
  /** By status, in the order of the choice; null where records have whatever status they have. */
  statuses: Readonly<Record<string, { label: string; tone: BadgeTone }>> | null;
  hasCustomer: boolean;
  /** What the amount is: "Price". Null where the records are about none. */
  amount: string | null;
  /** What the amounts come to, in the sum above the list; null where they don't add up to anything. */
  sum: AmountSum | null;
  /** Further columns out of the summary's `fields`. */
  columns: readonly FieldColumn[];
  /** What the column of all other fields is called; null where there is none. */
  otherFields: string | null;
  /** How one is made, where that is by hand. */
  create: { href: string; label: string } | null;
  /** What a list says that has none yet. */
  nothing: string;
}

interface AmountSum {
  /** "ordered" */
  label: string;
  /** The statuses of records whose amounts came to nothing, and so are not in it. */
  without: readonly string[];
}

export interface FieldColumn {
  field: string;
  label: string;
  /** A calendar day; anything else is shown as it is. */
  isDay?: boolean;
  /** What values are called where that is not how they are kept. */
  words?: Readonly<Record<string, string>>;
}

/** The list's name as the address, its news and its saved views have it. */
export const pageOf = ({ path }: RecordListKind): RecordListPageName => path.slice(1) as RecordListPageName;
