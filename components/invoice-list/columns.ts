/** From which width of the table's container on a column has room; the others always have. */
export const columnFrom = {
  balance: 'hidden @4xl:table-cell',
  lastChange: 'hidden @5xl:table-cell',
  issued: 'hidden @6xl:table-cell',
};

/** The space at the end of the table, for a column that may be its last. */
export const lastUntil = {
  balance: '@2xl:@max-4xl:pe-4',
  lastChange: '@4xl:@max-5xl:pe-4',
};
