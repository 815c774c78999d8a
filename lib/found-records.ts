/** A record that a search found, as the command palette names it. */
export interface FoundRecord {
  /** The address of its page. */
  href: string;
  /** "INV-2001"; a customer's name; the case of an imported log. */
  title: string;
  /** What tells it from its neighbours: whom it is for, how it stands, why it was found. Null where there is nothing to say. */
  detail: string | null;
}

/** What a search found of one kind, the likeliest first; not all that there is. */
export interface FoundGroup {
  /** "Orders" */
  label: string;
  /** The address of their list. */
  list: string;
  records: readonly FoundRecord[];
}
