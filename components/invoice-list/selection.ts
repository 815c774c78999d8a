import type { SelectionInput } from '@/lib/invoice/invoice-selection';
import { largestSelection } from '@/lib/invoice/largest-selection';

/** A row that can be selected, by its id and the name that people know it by. */
export interface SelectableRow {
  id: string;
  title: string;
}

/** Which invoices are selected: some, or everything that matches the filters but for a few. */
export type Selection =
  | { kind: 'these'; rows: ReadonlyMap<string, string> }
  | { kind: 'matching'; except: ReadonlySet<string> };

export const noSelection: Selection = { kind: 'these', rows: new Map() };

export function isSelected(selection: Selection, id: string): boolean {
  return selection.kind === 'these' ? selection.rows.has(id) : !selection.except.has(id);
}

/** How many are selected of so many that match. */
export function countOf(selection: Selection, matching: number): number {
  return selection.kind === 'these' ? selection.rows.size : Math.max(0, matching - selection.except.size);
}

/** The selection with these rows put in or taken out; beyond the largest selection no more are put in. */
export function withRows(selection: Selection, rows: readonly SelectableRow[], selected: boolean): Selection {
  if (selection.kind === 'matching') {
    const except = new Set(selection.except);
    for (const { id } of rows) {
      if (selected) except.delete(id);
      else except.add(id);
    }
    return { kind: 'matching', except };
  }
  const kept = new Map(selection.rows);
  for (const { id, title } of rows) {
    if (!selected) kept.delete(id);
    else if (kept.size < largestSelection) kept.set(id, title);
  }
  return { kind: 'these', rows: kept };
}

/** The rows from one to another, in whichever order they stand. */
export function between(
  rows: readonly SelectableRow[],
  from: string | null,
  to: string,
): readonly SelectableRow[] {
  const [a, b] = [from, to].map((id) => rows.findIndex((row) => row.id === id)) as [number, number];
  if (a < 0 || b < 0) return rows.filter(({ id }) => id === to);
  return rows.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/**
 * The selection as the server takes it.
 *
 * @param address the filters, as the list's address holds them
 */
export function selectionInputOf(selection: Selection, address: string): SelectionInput {
  return selection.kind === 'these'
    ? { kind: 'these', ids: [...selection.rows.keys()] }
    : { kind: 'matching', address, except: [...selection.except] };
}
