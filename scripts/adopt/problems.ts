/** Something at the source that cannot be adopted as it is. */
export interface Problem {
  table: string;
  /** The row, by its key. */
  row: string;
  column: string;
  /** What is wrong, and what would be right. */
  message: string;
}

const shown = 20;
const enough = 1000;

/** Gathers problems, up to more than anybody would read. */
export class Problems {
  readonly list: Problem[] = [];
  // A customer's bad name is one problem, however many invoices they have.
  private readonly known = new Set<string>();

  add(problem: Problem): void {
    const { table, row, column } = problem;
    const place = JSON.stringify([table, row, column]);
    if (this.full || this.known.has(place)) return;
    this.known.add(place);
    this.list.push(problem);
  }

  get count(): number {
    return this.list.length;
  }

  /** There are so many that reading on would help nobody. */
  get full(): boolean {
    return this.count >= enough;
  }
}

/** The source holds what cannot be adopted; nothing was written. */
export class ProblemsError extends Error {
  constructor(readonly problems: Problems) {
    super(sayProblems(problems));
    this.name = 'ProblemsError';
  }
}

function sayProblems({ list, count, full }: Problems): string {
  const first = list.slice(0, shown);
  const number = full ? `${enough} problems or more` : count === 1 ? '1 problem' : `${count} problems`;
  const which = count > first.length ? `, the first ${first.length} of them` : '';
  const lines = first.map(
    ({ table, row, column, message }) => `  ${table} ${row}, column ${column}: ${message}`,
  );
  return [
    `The source has ${number}, so nothing was written${which}:`,
    ...lines,
    'Correct them at the source, or change the mapping, and run it again.',
  ].join('\n');
}

/** A value for a message, short and on one line. */
export function quoted(value: string): string {
  const line = JSON.stringify(value).slice(1, -1);
  return `“${line.length > 60 ? `${line.slice(0, 57)}...` : line}”`;
}
