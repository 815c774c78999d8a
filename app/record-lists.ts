import 'server-only';
import { logRecordList } from '@/components/log-record/log-record-list';
import { orderList } from '@/components/order/order-list';
import type { RecordListKind } from '@/components/record-list/list-kind';
import { subscriptionList } from '@/components/subscription/subscription-list';

/** The lists of records that need no page of their own, in the order of the navigation. */
export const recordLists: readonly RecordListKind[] = [subscriptionList, orderList, logRecordList];

/** The list at a path, such as "subscriptions"; null where there is none. */
export const recordListAt = (path: string): RecordListKind | null =>
  recordLists.find((kind) => kind.path === `/${path}`) ?? null;
