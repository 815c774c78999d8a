/** A file that cannot be read on, with the place where that shows. Nothing of it was written. */
export class UnreadableFileError extends Error {
  /** @param place line and column, as far as they are known */
  constructor(
    readonly reason: string,
    readonly place: { line?: number | undefined; column?: number | string | undefined } = {},
  ) {
    super(reason);
    this.name = 'UnreadableFileError';
  }
}

/** “orders.csv, line 12, column “amount”: …” */
export function placed(
  file: string,
  place: { line?: number | undefined; column?: number | string | null | undefined },
  message: string,
): string {
  const { line, column } = place;
  const where = [
    file,
    ...(line === undefined ? [] : [`line ${line.toLocaleString('en-US')}`]),
    ...(column === undefined || column === null
      ? []
      : [typeof column === 'number' ? `column ${column.toLocaleString('en-US')}` : `column “${column}”`]),
  ];
  return `${where.join(', ')}: ${message}`;
}
