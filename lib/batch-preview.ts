/** What it would come to if a selection of events were taken back: what the page shows before anything is done. */
export interface BatchPreview {
  /** How many events were selected, on how many records. */
  events: number;
  records: number;
  /** How many events would take them back, and on how many records. */
  reverts: number;
  able: number;
  /** Records of which all that was selected can be taken back. */
  clean: RecordPage<BatchRecord>;
  /** Records of which some of it stays as it is, or all, with why. */
  blocked: RecordPage<BatchRecord & { because: readonly string[] }>;
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

/** So many records are named on a page. */
export const recordPageSize = 100;

/** Some of many records: `page` counts from 1. */
export interface RecordPage<R> {
  count: number;
  page: number;
  records: readonly R[];
}

/** Which page of either list is asked for. */
export type PagesAsked = Readonly<Record<'clean' | 'blocked', number>>;

/** Takes records in one by one, and keeps one page of them: the one asked for, or the first where that lies beyond the end. */
export class RecordPager<R> {
  private readonly first: R[] = [];
  private readonly asked: R[] = [];
  private count = 0;

  constructor(private readonly page: number) {}

  /** @param make is called only for what is kept */
  add(make: () => R): void {
    const page = Math.floor(this.count / recordPageSize) + 1;
    if (page === 1) this.first.push(make());
    else if (page === this.page) this.asked.push(make());
    this.count += 1;
  }

  get result(): RecordPage<R> {
    const { asked, first, count, page } = this;
    return asked.length > 0 ? { count, page, records: asked } : { count, page: 1, records: first };
  }
}
