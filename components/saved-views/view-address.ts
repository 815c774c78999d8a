import type { ViewPage } from '@/lib/saved-view';
import { activityView, loadActivityAddress } from '../activity/activity-address';
import { listView, loadListAddress } from '../invoice-list/list-address';
import { loadRecordListAddress, recordListView } from '../record-list/list-address';

/** An address as a view keeps it: what makes no sense on that page is left out, so that two that mean the same are one text. */
export function viewAddress(page: ViewPage, address: string): string {
  const params = new URLSearchParams(address);
  switch (page) {
    case 'invoices':
      return listView(loadListAddress(params));
    case 'activity':
      return activityView(loadActivityAddress(params));
    default:
      return recordListView(loadRecordListAddress(params));
  }
}
