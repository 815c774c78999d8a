'use client';

import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import {
  type Control,
  type FieldArray,
  type FieldArrayPath,
  type FieldValues,
  useFieldArray,
} from 'react-hook-form';
import { Button } from '../ui/button';
import { cn } from '../ui/cn';
import { IconButton } from '../ui/icon-button';

interface FormRowsProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>;
  /** Where the form keeps the rows. */
  name: FieldArrayPath<Values>;
  /** What one is, within a sentence: "line". */
  one: string;
  /** Above the fields where there is room for a table; the fields say it themselves for everybody else. */
  columns: readonly { label: string; end?: boolean }[];
  /** The grid that the header shares with each row from 40rem on; its last two columns are the amount and a button. */
  columnsClassName: string;
  /** A row that nobody has filled in yet. */
  empty(): FieldArray<Values, FieldArrayPath<Values>>;
  most: number;
  /** Said in place of adding one more than that. */
  tooMany: string;
  /** What a row comes to, in words; null while that can't be told. */
  amountOf(index: number): string | null;
  /** The fields of a row, with the end of the row among them. */
  children(index: number, end: ReactNode): ReactNode;
}

/** Rows of fields that are added and taken away: as a table where there is room, else one below the other. */
export function FormRows<Values extends FieldValues, Context, Output>(
  props: FormRowsProps<Values, Context, Output>,
) {
  const { control, name, one, columns, columnsClassName, empty, most, tooMany, amountOf, children } = props;
  const { fields, append, remove } = useFieldArray({ control, name, keyName: 'key' });
  const addButton = useRef<HTMLButtonElement>(null);
  const take = (index: number) => {
    remove(index);
    // The button that was pressed is gone: the keyboard goes on from the one that is always there.
    addButton.current?.focus();
  };
  return (
    <div className="@container">
      <div
        aria-hidden="true"
        className={cn('mb-1 hidden gap-2 text-label font-medium text-ink-2 @[40rem]:grid', columnsClassName)}
      >
        {[...columns, { label: 'Amount', end: true }].map(({ label, end }) => (
          <span key={label} className={cn(end && 'text-end')}>
            {label}
          </span>
        ))}
      </div>
      <div className="flex flex-col gap-5 @[40rem]:gap-2">
        {fields.map((row, index) => (
          <fieldset
            key={row.key}
            className="min-w-0 @max-[40rem]:border-b @max-[40rem]:border-line @max-[40rem]:pb-5"
          >
            <legend className="mb-2 text-dense font-semibold text-ink first-letter:uppercase @[40rem]:sr-only">
              {one} {index + 1}
            </legend>
            {children(
              index,
              <div className="col-span-2 flex items-center justify-end gap-3 @[40rem]:contents">
                <span className="flex h-8 items-center justify-end gap-2 text-dense text-ink tabular-nums">
                  <span className="text-ink-2 @[40rem]:sr-only">Amount </span>
                  {amountOf(index) ?? <span className="text-ink-3">–</span>}
                </span>
                <IconButton
                  label={`Remove ${one} ${index + 1}`}
                  tooltip={false}
                  icon={<Trash2 aria-hidden="true" />}
                  onClick={() => take(index)}
                />
              </div>,
            )}
          </fieldset>
        ))}
      </div>
      <Button
        ref={addButton}
        size="small"
        icon={<Plus aria-hidden="true" />}
        onClick={() => append(empty())}
        className="mt-3"
        disabledReason={fields.length >= most ? tooMany : null}
      >
        Add {one}
      </Button>
    </div>
  );
}
