import { columnsText, type ListColumn } from '@/lib/invoice/list-columns';
import { ExportLinks } from '../ui/export-links';
import { type ListAddress, listHref } from './list-address';

export const exportPath = '/api/invoices/export';

/** The list's view as an export asks for it: filters and order as in the address, and the columns. */
export function exportView(shown: ListAddress, columns: readonly ListColumn[]): string {
  const view = listHref('', { ...shown, after: null, before: null });
  return `${view}${view === '' ? '?' : '&'}columns=${columnsText(columns)}`;
}

/** Everything that is filtered, as a file: all pages of it, in the columns and the order that are shown. */
export function ExportLink({ shown, columns }: { shown: ListAddress; columns: readonly ListColumn[] }) {
  return <ExportLinks href={exportPath + exportView(shown, columns)} />;
}
