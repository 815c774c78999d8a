import type { Plan } from './plan';
import { type Problems, quoted } from './problems';
import type { Source } from './source';

/**
 * What is wrong across rows, found by the source itself before any row is read: keys that are missing or not unique,
 * numbers that occur twice, lines of no invoice.
 *
 * @returns whether the keys can be relied on, without which the rows cannot be read at all
 */
export async function checkSource(source: Source, plan: Plan, problems: Problems): Promise<boolean> {
  const { sql, tables, columns } = plan;
  const [keyless] = await source.query<{ count: string }>(sql.keyless);
  if (keyless && keyless.count !== '0') {
    const message = `is empty in ${keyless.count} of its rows; invoices.key must tell every invoice apart.`;
    problems.add({ table: tables.invoices, row: '(without key)', column: columns.invoice.key, message });
  }
  const repeated = [
    { table: tables.invoices, column: columns.invoice.key, sql: sql.repeatedKeys },
    ...sql.repeatedLookups,
  ];
  for (const { table, column, sql: query } of repeated) {
    for (const { key, count } of await source.query<{ key: string; count: string }>(query)) {
      problems.add({ table, row: key, column, message: `occurs ${count} times; a key must be unique.` });
    }
  }
  if (problems.count > 0) return false;
  for (const { number, keys } of await source.query<{ number: string; keys: string[] }>(
    sql.repeatedNumbers,
  )) {
    const message = `${quoted(number)} is the number of more than one invoice: ${keys.join(', ')}.`;
    problems.add({
      table: tables.invoices,
      row: keys[0] ?? '',
      column: columns.invoice.number ?? '',
      message,
    });
  }
  for (const { key, invoice } of await source.query<{ key: string | null; invoice: string | null }>(
    sql.orphans,
  )) {
    const message =
      invoice === null
        ? 'is empty; a line belongs to an invoice.'
        : `${quoted(invoice)} is not in the table "${tables.invoices}".`;
    const column = plan.mapping.lines.invoice;
    problems.add({ table: tables.lines, row: key ?? '(without key)', column, message });
  }
  return true;
}
