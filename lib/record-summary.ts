/** A record as the generic list shows and searches it, whatever its workflow. */
export interface RecordSummary {
  /** What people know it by: a number, a case, a name. */
  title: string;
  status: string;
  customerId: string | null;
  customerName: string | null;
  /** In minor units of the currency. */
  amount: number | null;
  currency: string | null;
  /** For the columns of the workflow's list. */
  fields: Readonly<Record<string, string>>;
  /** Lower-case text that is searched. */
  search: string;
}
