/**
 * Files for spreadsheets: RFC 4180, with one precaution. A spreadsheet takes a cell that begins with `=`, `+`, `-` or
 * `@` for a formula, so a customer's name could run one on the machine of whoever opens the file. Such text gets an
 * apostrophe in front, which spreadsheets take for "this is text".
 */

/** What a cell may hold; null is an empty cell. A number goes out as it is, a negative one too. */
export type CsvCell = string | number | null;

/** The first bytes of a file, by which Excel knows that what follows is UTF-8. */
export const csvStart = '\uFEFF';

export const csvContentType = 'text/csv; charset=utf-8';

/** The signs that begin a formula, their full-width twins, and what some spreadsheets skip before one. */
const formulaStart = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** "-12.50" is what it says, to a spreadsheet as well, and has to stay a number there. */
const plainNumber = /^-?\d+(?:\.\d+)?$/;
const needsQuotes = /[",\r\n]|^\s|\s$/;

/** One line of a file, with its line break. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formulaStart.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
