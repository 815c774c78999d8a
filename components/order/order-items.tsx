'use client';

import { useController, useFormContext, useWatch } from 'react-hook-form';
import { type Currency, formatMoney } from '@/lib/money';
import { AmountField } from '../invoice/amount-field';
import { newId } from '../new-id';
import { FormRows } from '../record/form-rows';
import { chosenCurrency } from '../record/new-record-form';
import { cn } from '../ui/cn';
import { NumberField } from '../ui/number-field';
import { TextField } from '../ui/text-field';
import { mostItems, previewOf, type TypedItem } from './typed-order';

/** What the form holds as far as the items need to know. */
interface WithItems {
  currency: string;
  items: TypedItem[];
}

const columns = [{ label: 'Item' }, { label: 'Count', end: true }, { label: 'Price', end: true }];
const columnsClassName = '@[40rem]:grid-cols-[minmax(0,1fr)_5.5rem_8.5rem_6.5rem_2rem]';

/** A row that nobody has filled in yet. */
export const emptyItem = (): TypedItem => ({ id: newId(), name: '', count: '1', unitPrice: '' });

/** What is ordered, a row each, and what it comes to. Below a `FormProvider`. */
export function OrderItems() {
  const { control, formState } = useFormContext<WithItems>();
  const typed = useWatch({ control, name: ['currency', 'items'] });
  const currency = chosenCurrency({ currency: typed[0] });
  const { amounts, total } = previewOf(typed[1], currency);
  const problem = formState.errors.items?.root?.message ?? formState.errors.items?.message;
  return (
    <section aria-labelledby="items">
      <h2 id="items" className="mb-3 text-emphasis font-semibold text-ink">
        Items
      </h2>
      <FormRows
        {...{ control, columns, columnsClassName }}
        name="items"
        one="item"
        empty={emptyItem}
        most={mostItems}
        tooMany={`An order has at most ${mostItems} items.`}
        amountOf={(index) => amountIn(currency, amounts[index])}
      >
        {(index, end) => (
          <div className={cn('grid grid-cols-2 items-start gap-3 @[40rem]:gap-2', columnsClassName)}>
            <ItemFields index={index} currency={currency} />
            {end}
          </div>
        )}
      </FormRows>
      <p role="alert" className="mt-2 text-label font-medium text-danger empty:hidden">
        {problem}
      </p>
      <dl className="mt-5 flex items-baseline justify-between gap-6 border-t border-line pt-2.5 text-emphasis font-semibold text-ink tabular-nums sm:ms-auto sm:max-w-80">
        <dt>Total</dt>
        <dd>{amountIn(currency, total) ?? '–'}</dd>
      </dl>
    </section>
  );
}

/** A column's header names a field for the eye; the label stays for everybody else. */
const underHeader = '@[40rem]:[&>label]:sr-only';

function ItemFields({ index, currency }: { index: number; currency: Currency }) {
  const { control } = useFormContext<WithItems>();
  const name = useController({ control, name: `items.${index}.name` });
  const count = useController({ control, name: `items.${index}.count` });
  return (
    <>
      <TextField
        label="Item"
        {...name.field}
        autoComplete="off"
        error={name.fieldState.error?.message}
        fieldClassName={cn('col-span-2 @[40rem]:col-span-1', underHeader)}
      />
      <NumberField
        label="Count"
        kind="integer"
        {...count.field}
        error={count.fieldState.error?.message}
        fieldClassName={underHeader}
      />
      <AmountField
        label="Price"
        control={control}
        name={`items.${index}.unitPrice`}
        currency={currency}
        fieldClassName={underHeader}
      />
    </>
  );
}

const amountIn = (currency: Currency, amount: number | null | undefined): string | null =>
  amount === null || amount === undefined ? null : formatMoney(amount, currency);
