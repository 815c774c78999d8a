/** The lists of the workflows that need no list of their own, by their addresses. */
export const recordListPages = ['subscriptions', 'orders', 'records'] as const;
export type RecordListPageName = (typeof recordListPages)[number];

/** The pages whose filters can be kept under a name. */
export const viewPages = ['invoices', 'activity', ...recordListPages] as const;

export type ViewPage = (typeof viewPages)[number];

/** Filters, order and moment of a page, under a name that its person gave it. */
export interface SavedView {
  id: string;
  name: string;
  /** What stands behind the page's path: `?status=open&sort=-due`, or nothing. */
  address: string;
}

/** On one page. More than this nobody finds anything in. */
export const mostViews = 50;
export const longestViewName = 60;

/** How a change of somebody's views is answered. */
export type ViewAnswer = { ok: true } | { ok: false; message: string };

/** What may be done with one's views; each answers in words if it was not done. */
export interface ViewActions {
  /** Keeps a view under an id that the browser made: pressed twice, it is there once. */
  save(view: SavedView & { page: ViewPage }): Promise<ViewAnswer>;
  /** Gives it another name, or makes it stand for another address. */
  change(
    change: { id: string } & ({ name: string } | { page: ViewPage; address: string }),
  ): Promise<ViewAnswer>;
  remove(view: { id: string }): Promise<ViewAnswer>;
}
