/** What has come since a list was read, of what it would show: rows that are new, and rows that are not as they were. */
export interface ListNews {
  added: number;
  changed: number;
}

/** Counting ends here: "99+" says enough. */
export const mostNews = 100;

/** "3 new", "1 changed", "3 new, 12 changed"; empty where there is nothing to tell. */
export function newsWords({ added, changed }: ListNews): string {
  const parts = [
    { count: added, what: 'new' },
    { count: changed, what: 'changed' },
  ].filter(({ count }) => count > 0);
  return parts
    .map(({ count, what }) => `${count >= mostNews ? `${mostNews - 1}+` : count} ${what}`)
    .join(', ');
}
