import { type Currency, exponentOf, toDecimalText } from '@/lib/money';
import type { AdoptResult } from './adopt';

/** What a run did, in words: the last thing it prints. */
export function sayResult(result: AdoptResult, seconds: number): string {
  const { survey, gone, dryRun } = result;
  const { invoices, present, rounded, emailsLeftOut } = survey;
  const lines: string[] = [];
  if (invoices > 0 || present === 0) lines.push(sayAdded(result, seconds));
  if (present > 0) lines.push(sayPresent(result));
  if (gone.count > 0) lines.push(sayGone(result));
  if (rounded > 0) lines.push(`${counted(rounded, 'amount')} rounded half to even, as the mapping says.`);
  if (emailsLeftOut > 0) {
    lines.push(
      `${counted(emailsLeftOut, 'invalid e-mail address', 'invalid e-mail addresses')} left out, as the mapping says.`,
    );
  }
  if (dryRun) lines.push('This was a dry run: nothing was written.');
  return lines.join('\n');
}

function sayAdded({ survey, dryRun }: AdoptResult, seconds: number): string {
  const { invoices, lines, customers, totals } = survey;
  const what = `${counted(invoices, 'invoice')}, ${counted(lines, 'line')}, ${counted(customers, 'customer')}`;
  const sums = [...totals].map(([currency, amount]) => `${currency} ${decimal(amount, currency)}`).sort();
  const total = sums.length ? `; total ${sums.join(', ')}` : '';
  return `${dryRun ? 'Would adopt' : 'Adopted'} ${what}${total} in ${seconds.toFixed(1)} s.`;
}

function sayPresent({ survey, mapping, dryRun }: AdoptResult): string {
  const { present, invoices, changed } = survey;
  const fresh = dryRun || invoices === 0 ? `, ${grouped(invoices)} new` : '';
  const before = `${grouped(present)} already here${fresh}`;
  if (changed.count === 0) return `${before}; none changed at the source since.`;
  const named = changed.first.map(
    ({ key, fields }) => `${mapping.invoices.table} ${key} (${fields.join(', ')})`,
  );
  const list = named.join(', ') + more(changed.count - named.length);
  return `${before}; ${grouped(changed.count)} changed at the source since: ${list}. They were left as they are here.`;
}

function sayGone({ gone, mapping }: AdoptResult): string {
  const list = gone.first.join(', ') + more(gone.count - gone.first.length);
  return `${grouped(gone.count)} no longer at the source: ${mapping.invoices.table} ${list}. They stay as they are here.`;
}

const more = (count: number): string => (count > 0 ? ` and ${grouped(count)} more` : '');

const grouped = (count: number): string => count.toLocaleString('en-US');

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

/** "2,328.60": as people write it, without a sign; the currency's code stands beside it. */
function decimal(amount: number, currency: Currency): string {
  const digits = { minimumFractionDigits: exponentOf(currency) };
  return new Intl.NumberFormat('en-US', digits).format(toDecimalText(amount, currency) as `${number}`);
}
