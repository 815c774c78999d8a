/** The page that a part of an address names, from 1; what makes no sense counts as the first, and beyond the last is the last. */
export function pageIn(asked: string | string[] | undefined, pages = Number.POSITIVE_INFINITY): number {
  const page = Number(asked);
  return Number.isInteger(page) && page > 0 ? Math.min(page, pages) : 1;
}
