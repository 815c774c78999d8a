/** What it would come to if a selection of events were taken back: what the page shows before anything is done. */
export interface BatchPreview {
  /** How many events were selected, on how many records. */
  events: number;
  records: number;
  /** How many events would take them back, and on how many records. */
  reverts: number;
  able: number;
  /** Records of which all that was selected can be taken back; the first hundred, and how many there are. */
  clean: readonly BatchRecord[];
  cleanCount: number;
  /** Records of which some of it stays as it is, or all, with why; the first hundred, and how many there are. */
  blocked: readonly (BatchRecord & { because: readonly string[] })[];
  blockedCount: number;
  /** What taking it back does not do. */
  consequences: readonly string[];
  /** Tells this plan from another one. */
  planHash: string;
}

export interface BatchRecord {
  id: string;
  title: string;
  detail: string | null;
  href: string | null;
  /** How many events would be appended to it. */
  reverts: number;
}
