import { eventFormatLabels, eventFormats } from '@/lib/event-formats';
import type { MenuItem } from '../ui/menu-items';

/**
 * Goes to a page to print, which leads back, or fetches a file, and the page stays. For the moment in view, which the
 * address holds: who asked for it by a hook would be rendered at every step of the slider.
 */
function go(path: string, params: Record<string, string> = {}): () => void {
  return () => {
    const version = new URLSearchParams(window.location.search).get('version');
    const query = new URLSearchParams({ ...(version ? { version } : {}), ...params });
    window.location.assign(query.size > 0 ? `${path}?${query}` : path);
  };
}

/** The history of a record up to the moment in view, as files. */
export function historyFiles(id: string): MenuItem[] {
  const path = `/api/records/${id}/export`;
  return eventFormats.map((format) => ({
    label: `Export history as ${eventFormatLabels[format]}`,
    onSelect: go(path, { format }),
  }));
}

/** An invoice as of the moment in view on paper, and its history as files. */
export function invoiceFiles(id: string): MenuItem[] {
  const pages = `/invoices/${id}/print`;
  return [
    { label: 'Print', onSelect: go(pages) },
    { label: 'Print history', onSelect: go(pages, { part: 'history' }) },
    { label: 'Download PDF', onSelect: go(`/api/invoices/${id}/pdf`) },
    ...historyFiles(id),
  ];
}
