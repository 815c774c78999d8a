import { type SQL, sql } from 'drizzle-orm';
import { currencyCodes } from '@/lib/currencies';
import { exponentOf } from '@/lib/money';

const largestExponent = 4;

const scale = `CASE currency ${currencyCodes
  .filter((code) => exponentOf(code) !== 2)
  .map((code) => `WHEN '${code}' THEN ${10 ** (largestExponent - exponentOf(code))}`)
  .join(' ')} ELSE ${10 ** (largestExponent - 2)} END`;

/**
 * An amount in ten thousandths of its currency's main unit. Amounts of different currencies compare by this face
 * value: ¥1,000 is more than €999.00, although it has fewer minor units.
 */
export const faceValue = (column: `${string}amount`): SQL => sql.raw(`(${column} * ${scale})`);

/** The same of an amount as people write it: "12.50". */
export const faceValueOf = (decimal: string): SQL =>
  sql`(${decimal}::numeric * ${sql.raw(String(10 ** largestExponent))})::bigint`;
