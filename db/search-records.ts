/**
 * A few records of every kind by what people call them, for whoever types a part of it. Each kind has what it can be found
 * by in a read table; all of them are asked in one statement, since somebody waits for it at each pause in typing.
 */
import { type SQL, sql } from 'drizzle-orm';
import { titleOf } from '@/lib/invoice/invoice';
import { noFilters } from '@/lib/invoice/invoice-filters';
import { inSearch } from '@/lib/record-summary';
import type { Database } from './client';
import { matchingCustomers } from './customer-list';
import { invoiceWhere } from './invoice-where';
import { byName } from './name-order';
import { recordsWhere } from './record-list';

/** So many of a kind are shown. Whoever looks for more is better off in its list. */
const most = 5;

/** A record that was found. */
export interface FoundRow {
  workflow: string;
  id: string;
  title: string;
  /** What it is known by beside its title: whom it is for, the log it came from, an email address. */
  note: string | null;
  /** How it stands: a status as its list knows it, a person's role; null where that goes without saying. */
  status: string | null;
  /** What of its list's other columns holds a word that none of these does, or null. */
  elsewhere: string | null;
}

/** Some of one workflow's records, as `id, title, note, status, fields`. */
interface Part {
  workflow: string;
  rows: SQL;
}

/**
 * The records in which every word is found somewhere, as in their lists: of each workflow the one with this very title, then
 * whatever changed last; of customers whose name begins so, and who is archived last.
 */
export async function searchRecords(db: Pick<Database, 'execute'>, text: string): Promise<FoundRow[]> {
  const search = text.trim();
  if (search === '') return [];
  const parts = [...invoiceParts(search), customerPart(search), ...shared.flatMap(sharedParts(search))];
  const selects = parts.map(
    ({ workflow, rows }, part) => sql`
      SELECT ${workflow}::text AS workflow, ${part}::int AS part, row_number() OVER () AS place, found.* FROM (${rows}) found`,
  );
  const { rows } = await db.execute<Row>(sql`${sql.join(selects, sql` UNION ALL `)} ORDER BY part, place`);
  const workflows = new Set(parts.map(({ workflow }) => workflow));
  return [...workflows].flatMap((workflow) =>
    firstOf(
      rows.filter((row) => row.workflow === workflow),
      inSearch(search).split(/\s+/),
    ),
  );
}

type Row = Omit<FoundRow, 'title' | 'elsewhere'> & {
  title: string | null;
  /** What else its list shows; null where that is all here. */
  fields: Readonly<Record<string, string>> | null;
};

/** Each once: the one with this very title changed lately, perhaps. Only a draft has no number yet. */
function firstOf(rows: readonly Row[], words: readonly string[]): FoundRow[] {
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  return once.slice(0, most).map(({ fields, ...row }) => ({
    ...row,
    title: row.title ?? titleOf({ id: row.id, number: null }),
    elsewhere: elsewhereIn(fields ?? {}, [row.title, row.note, row.status].join(' '), words),
  }));
}

/** Why it was found, where its name does not say so. */
function elsewhereIn(fields: Readonly<Record<string, string>>, name: string, words: readonly string[]) {
  const unseen = words.filter((word) => !inSearch(name).includes(word));
  for (const text of Object.values(fields)) {
    const at = unseen.map((word) => inSearch(text).indexOf(word)).find((place) => place >= 0);
    if (at === undefined) continue;
    return excerpt(text, at);
  }
  return null;
}

/** So much of a long text. */
const longestShown = 48;

/** Whole words of a text, from a little before a place in it. */
function excerpt(text: string, at: number): string {
  if (text.length <= longestShown) return text;
  const from = text.lastIndexOf(' ', Math.max(0, at - 8)) + 1;
  const rest = text.slice(from);
  // Of a single word that is longer than that, no half of a character.
  const part = rest.slice(0, longestShown).replace(/[,;]?\s+\S*$|[\uD800-\uDBFF]$/, '');
  return `${from > 0 ? '…' : ''}${rest.length > longestShown ? `${part}…` : rest}`;
}

/** What changed last first, as the indexes have it: without the words about nulls they would not be read in their order. */
const newest = (changed: SQL): SQL => sql`${changed} DESC NULLS LAST, stream_id`;

function invoiceParts(search: string): Part[] {
  // What the search finds has no use for the calendar: nothing here is about what is due.
  const matching = invoiceWhere({ ...noFilters, search }, { today: '1970-01-01', timeZone: 'UTC' });
  const select = sql`
    SELECT stream_id AS id, number AS title, customer_name AS note, status, NULL::jsonb AS fields FROM invoices`;
  // The first condition is the one that the index on numbers begins with.
  const named = sql`length(number) = length(${search}::text) AND number IN (${search}, upper(${search}::text))`;
  return [
    { workflow: 'invoice', rows: sql`${select} WHERE ${named} LIMIT 1` },
    {
      workflow: 'invoice',
      rows: sql`${select} WHERE ${matching} ORDER BY ${newest(sql`updated_at`)} LIMIT ${most}`,
    },
  ];
}

const customerPart = (search: string): Part => ({
  workflow: 'customer',
  rows: sql`
    SELECT stream_id AS id, name AS title, email AS note, CASE WHEN archived THEN 'archived' END AS status,
           NULL::jsonb AS fields
      FROM customers WHERE ${matchingCustomers(search)}
     ORDER BY archived, starts_with(lower(name), lower(${search}::text)) DESC, ${byName(sql`name`)}, stream_id
     LIMIT ${most}`,
});

interface Shared {
  workflow: string;
  note: SQL;
  status: SQL;
}

/** The workflows whose rows are in the tables that workflows share. */
const shared: readonly Shared[] = [
  { workflow: 'subscription', note: sql`customer_name`, status: sql`status` },
  { workflow: 'order', note: sql`customer_name`, status: sql`status` },
  { workflow: 'record', note: sql`fields->>'Log'`, status: sql`status` },
  {
    workflow: 'person',
    note: sql`fields->>'email'`,
    status: sql`CASE WHEN status = 'active' THEN fields->>'role' ELSE status END`,
  },
];

const sharedParts =
  (search: string) =>
  ({ workflow, note, status }: Shared): Part[] => {
    const select = sql`
      SELECT stream_id AS id, title, ${note} AS note, ${status} AS status, fields FROM records`;
    const some = sql`ORDER BY ${newest(sql`valid_from`)} LIMIT ${most}`;
    const named = sql`lower(title) = lower(${search}::text) AND workflow = ${workflow}`;
    return [
      { workflow, rows: sql`${select} WHERE ${named} ${some}` },
      { workflow, rows: sql`${select} WHERE ${recordsWhere({ workflow, search, statuses: [] })} ${some}` },
    ];
  };
