import 'server-only';
import type { CellAddress } from '@/components/analytics/analytics-address';
import { readSignRecords } from '@/db/analytics/churn';
import type { EvidenceList } from '@/db/analytics/evidence';
import { readRemedyRecords } from '@/db/analytics/failed-payments';
import { readPathRecords } from '@/db/analytics/refund-paths';
import { readRefundActs, readRefundRecords } from '@/db/analytics/refunds';
import { readDoneRecords, readUndoRecords } from '@/db/analytics/undos';
import type { Database } from '@/db/client';
import { activityWords, processWords } from '@/lib/analytics/act-words';
import { refundPaths } from '@/lib/analytics/refund-paths';
import { askedOfChurn } from '../churn/asked-of-churn';
import type { AskedQuestion } from '../read-question';

/** The records behind one number, and what number that is. */
export interface ToldEvidence extends EvidenceList {
  title: string;
}

/** Reads the records behind the number that an address names; null where it names none. */
export async function evidenceOf(
  db: Database,
  asked: AskedQuestion,
  cell: CellAddress,
): Promise<ToldEvidence | null> {
  switch (cell.of) {
    case 'refunds':
      return pathsOf(cell) ? ofPath(db, asked, cell) : ofProcess(db, asked, cell);
    case 'failed-payments':
      return ofRemedy(db, asked, cell);
    case 'churn':
      return ofSign(db, asked, cell);
    case 'undo':
      return ofUndo(db, asked, cell);
    case null:
      return null;
  }
}

async function ofProcess(db: Database, { filters, named }: AskedQuestion, cell: CellAddress) {
  if (cell.in === null) return null;
  const row = { workflow: cell.in, process: cell.row };
  const path = `business path “${processWords(cell.row)}”`;
  if (cell.only === 'refunds')
    return { title: `Refunds, ${path}`, ...(await readRefundActs(db, filters, named, row)) };
  const only = cell.only === 'refunded' ? 'refunded' : 'paid';
  const title = `Records ${only === 'paid' ? 'paid or refunded' : 'refunded'}, ${path}`;
  return { title, ...(await readRefundRecords(db, filters, named, { ...row, only })) };
}

/** As what the number's path is looked at; nothing where it is of no path. */
export const pathsOf = ({ by }: CellAddress) => refundPaths.find((paths) => paths === by);

async function ofPath(db: Database, { filters, named }: AskedQuestion, cell: CellAddress) {
  const paths = pathsOf(cell);
  if (!paths || cell.in === null || !/^-?\d{1,19}$/.test(cell.row ?? '') || !isBigint(cell.row ?? ''))
    return null;
  const only = cell.only === 'refunded' ? 'refunded' : 'came';
  const title =
    only === 'refunded' ? 'Records refunded next after this path of events' : 'Records that came this way';
  const row = { workflow: cell.in, path: cell.row ?? '', only } as const;
  return { title, ...(await readPathRecords(db, { filters, named, paths }, row)) };
}

/** Is it a number that PostgreSQL's bigint holds? */
const isBigint = (digits: string): boolean => BigInt.asIntN(64, BigInt(digits)) === BigInt(digits);

async function ofRemedy(db: Database, { filters, named, days }: AskedQuestion, cell: CellAddress) {
  const only = cell.only === 'followed' || cell.only === 'open' ? cell.only : 'done';
  const what =
    cell.row === null
      ? 'Failed payments'
      : `“${activityWords(cell.in ?? '', cell.row)}” after a failed payment`;
  const ends = {
    followed: `, paid within ${days} days`,
    open: `, less than ${days} days ago and not paid`,
    done: '',
  };
  const title = `${what}${ends[only]}`;
  const row = { workflow: cell.in, activity: cell.row, only } as const;
  return { title, ...(await readRemedyRecords(db, { ...filters, days }, named, row)) };
}

async function ofSign(db: Database, asked: AskedQuestion, cell: CellAddress) {
  const { workflow } = askedOfChurn(asked);
  const only = cell.only === 'left' ? 'left' : 'stayed';
  const who = only === 'left' ? 'who left' : 'who stayed';
  const title =
    cell.row === null
      ? `Customers ${who}`
      : `“${activityWords(cell.in ?? '', cell.row)}” of customers ${who}`;
  const row = { workflow: cell.in, activity: cell.row, only } as const;
  return { title, ...(await readSignRecords(db, { ...asked.filters, workflow }, asked.named, row)) };
}

async function ofUndo(db: Database, { filters }: AskedQuestion, cell: CellAddress) {
  const byPerson = cell.by === 'person';
  const only = cell.only === 'others' ? 'others' : 'all';
  if (cell.only === 'done' && cell.in !== null && cell.row !== null) {
    const title = `“${activityWords(cell.in, cell.row)}”, undone or not`;
    return { title, ...(await readDoneRecords(db, filters, { workflow: cell.in, activity: cell.row })) };
  }
  const what = byPerson || cell.row === null ? 'events' : `“${activityWords(cell.in ?? '', cell.row)}”`;
  const title = `Undo of ${what}${only === 'others' ? ' that somebody else did' : ''}`;
  const row = {
    workflow: cell.in,
    activity: byPerson ? null : cell.row,
    by: byPerson ? cell.row : null,
    only,
  } as const;
  return { title, ...(await readUndoRecords(db, filters, row)) };
}
