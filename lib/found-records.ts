/** A record that a search found, as the command palette names it. */
export interface FoundRecord {
  id: string;
  /** "INV-2001"; a customer's name. */
  title: string;
  /** What tells it from its neighbours: whom an invoice is for and how it stands. Null where there is nothing to say. */
  detail: string | null;
}

/** What a search by number or name found, the likeliest first; not all that there is. */
export interface FoundRecords {
  invoices: readonly FoundRecord[];
  customers: readonly FoundRecord[];
}
