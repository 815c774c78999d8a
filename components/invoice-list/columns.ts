/** From which width of the table's container on a column has room; the others always have. */
export const columnFrom = {
  balance: 'hidden @4xl:table-cell',
  lastChange: 'hidden @5xl:table-cell',
  issued: 'hidden @6xl:table-cell',
};
