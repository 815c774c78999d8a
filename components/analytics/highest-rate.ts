/** So many records were refunded, of so many. */
interface Rated {
  refunded: number;
  of: number;
}

/** Rates of fewer records say little, and are named highest only where there are no others. */
const enough = 10;

export const rateOf = ({ refunded, of }: Rated): number => (of === 0 ? 0 : refunded / of);

/** Of these the one with the highest rate, of those with enough records where there are such. */
export function highest<Row extends Rated>(rows: readonly Row[]): Row | null {
  const worth = rows.filter(({ of }) => of >= enough);
  return (worth.length > 0 ? worth : rows).reduce<Row | null>(
    (best, row) => (best && rateOf(best) >= rateOf(row) ? best : row),
    null,
  );
}

/** Words for which rates were compared, where some were left out. */
export function amongWhich(rows: readonly Rated[]): string {
  const left = rows.filter(({ of }) => of < enough).length;
  return left > 0 && left < rows.length ? ` of those with ${enough} records or more` : '';
}
