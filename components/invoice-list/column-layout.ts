import { isDefault, type ListColumn } from '@/lib/invoice/list-columns';

/**
 * Where the columns have room. The usual ones make room for one another: in a narrow container the last of them are
 * left out. Columns that somebody has chosen are all there, in a frame that scrolls sideways where they are too many.
 */

const usual: Partial<Record<ListColumn, { cell: string; last: string }>> = {
  balance: { cell: 'hidden @2xl:hidden @4xl:table-cell', last: '@2xl:@max-4xl:pe-4' },
  changed: { cell: 'hidden @2xl:hidden @min-[62rem]:table-cell', last: '@4xl:@max-[62rem]:pe-4' },
};

/** Classes of a column's cells and header. */
export function columnClass(column: ListColumn, columns: readonly ListColumn[]): string {
  if (!isDefault(columns)) return '';
  const next = columns[columns.indexOf(column) + 1];
  // The space at the end of the table is the last column's.
  return [usual[column]?.cell, next && usual[next]?.last].filter(Boolean).join(' ');
}

/** About how wide each is, in rem. */
const widths: Record<ListColumn, number> = {
  customer: 12,
  email: 14,
  status: 8,
  issued: 7,
  due: 7,
  lines: 4,
  currency: 5,
  net: 7,
  tax: 7,
  total: 7,
  credited: 7,
  paid: 7,
  refunded: 7,
  balance: 7,
  changedBy: 8,
  changed: 7,
};
const selectAndNumber = 11;

/**
 * A shade at the edge behind which there is more: it stays with the frame, and what covers it moves with the columns.
 * The idea of two layers is Lea Verou's and Roman Komarov's.
 */
export const scrollShade = {
  background: [
    'linear-gradient(to right, var(--panel) 40%, transparent) left / 48px 100% no-repeat local',
    'linear-gradient(to left, var(--panel) 40%, transparent) right / 48px 100% no-repeat local',
    'linear-gradient(to right, var(--shadow-tint), transparent) left / 12px 100% no-repeat scroll',
    'linear-gradient(to left, var(--shadow-tint), transparent) right / 12px 100% no-repeat scroll',
    'var(--panel)',
  ].join(', '),
};

/**
 * Class of the frame. It scrolls only where it has to: in a frame that scrolls sideways the header can't stay at the
 * top of the page.
 */
export function frameClass(columns: readonly ListColumn[]): string {
  if (isDefault(columns)) return 'overflow-clip';
  const need = columns.reduce((sum, column) => sum + widths[column], selectAndNumber);
  if (need <= 42) return 'overflow-clip';
  if (need <= 56) return '@max-4xl:overflow-x-auto @4xl:overflow-clip';
  if (need <= 64) return '@max-5xl:overflow-x-auto @5xl:overflow-clip';
  if (need <= 72) return '@max-6xl:overflow-x-auto @6xl:overflow-clip';
  return 'overflow-x-auto';
}
