import * as z from 'zod/mini';
import { typedAmount } from '@/lib/invoice/typed';
import { type Currency, largestAmount } from '@/lib/money';
import { price } from '@/lib/money-fields';
import { itemCount, itemName } from '@/lib/order/events';

/** An item of an order as its fields hold it: all text. */
export interface TypedItem {
  /** Made with the row, so that a row is the same item however often the form is sent. */
  id: string;
  name: string;
  count: string;
  /** Of one. */
  unitPrice: string;
}

export const mostItems = 100;

const typedCount = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text: string) => (text.trim() ? Number(text) : Number.NaN)),
  ),
  itemCount,
);

const numbersIn = (currency: Currency) => ({
  count: typedCount,
  unitPrice: typedAmount(currency, price),
});

const totalOf = (items: readonly { count: number; unitPrice: number }[]): number =>
  items.reduce((all, { count, unitPrice }) => all + count * unitPrice, 0);

/** The items as the command has them, checked field by field under the command's own names. */
export const typedItems = (currency: Currency) =>
  z.array(z.object({ id: z.uuid(), name: itemName, ...numbersIn(currency) })).check(
    z.minLength(1, 'An order has at least one item.'),
    z.maxLength(mostItems, `An order has at most ${mostItems} items.`),
    z.refine(
      (items) => totalOf(items) <= largestAmount,
      'This comes to more than an order can hold. Place several.',
    ),
  );

export interface OrderPreview {
  /** What each item comes to, in minor units; null while that can't be told. */
  amounts: readonly (number | null)[];
  /** Of those that can be told; null where it is more than an order can hold. */
  total: number | null;
}

/** What the order would come to, as far as it is filled in. */
export function previewOf(items: readonly TypedItem[], currency: Currency): OrderPreview {
  const numbers = z.object(numbersIn(currency));
  const amounts = items.map((item) => {
    const read = z.safeParse(numbers, item);
    const amount = read.success ? totalOf([read.data]) : null;
    return amount !== null && amount <= largestAmount ? amount : null;
  });
  const total = amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0);
  return { amounts, total: total <= largestAmount ? total : null };
}
