'use client';

import { useId, useState } from 'react';
import { CustomerCombobox } from '../invoice/customer-combobox';
import { useCustomers } from '../invoice/use-customers';
import { useCompany } from '../shell/company-context';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { SelectField } from '../ui/select-field';
import { Switch } from '../ui/switch';
import { TextField } from '../ui/text-field';
import { type FilterTexts, noFilters } from './filter-texts';

export interface Choice {
  value: string;
  label: string;
}

/** What the filters of analytics offer. */
export interface FilterOptions {
  workflows: readonly Choice[];
  people: readonly Choice[];
  /** The customer who is filtered by, by name. */
  customerName: string | null;
}

interface FilterFieldsProps {
  options: FilterOptions;
  draft: FilterTexts;
  set(change: Partial<FilterTexts>): void;
  pending: boolean;
  /** Words for the period and the person: what they are about differs by page. */
  about: { period: string; person: string };
  /** Offers all kinds of record together. */
  anyWorkflow?: boolean;
}

/** The filters that every question of analytics has, within its form; they take effect with "Show". */
export function FilterFields({ options, draft, set, pending, about, anyWorkflow }: FilterFieldsProps) {
  const { timeZone } = useCompany();
  const periodId = useId();
  return (
    <>
      <div className="grid gap-3 @lg:grid-cols-2 @4xl:grid-cols-4">
        <SelectField
          label="Records"
          options={options.workflows}
          placeholder={anyWorkflow ? 'All kinds' : undefined}
          value={draft.workflow}
          onChange={(event) => set({ workflow: event.target.value })}
        />
        <CustomerField
          id={draft.customer}
          name={options.customerName}
          onChange={(customer) => set({ customer })}
        />
        <SelectField
          label={about.person}
          options={options.people}
          placeholder="Anybody"
          value={draft.person}
          onChange={(event) => set({ person: event.target.value })}
        />
        <TextField
          label="As of"
          type="datetime-local"
          description={`Empty is now. ${timeZone.replaceAll('_', ' ')}.`}
          value={draft.asOf.length === 10 ? `${draft.asOf}T23:59` : draft.asOf}
          onChange={(event) => set({ asOf: event.target.value })}
        />
      </div>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <fieldset className="flex flex-wrap items-end gap-3" aria-describedby={periodId}>
          <legend id={periodId} className="mb-1.5 text-dense font-medium text-ink">
            {about.period}
          </legend>
          <TextField
            label="From"
            hideLabel
            type="date"
            value={draft.from}
            max={draft.to || undefined}
            onChange={(event) => set({ from: event.target.value })}
          />
          <span aria-hidden="true" className="-mx-1 pb-1.5 text-dense text-ink-2">
            –
          </span>
          <TextField
            label="To"
            hideLabel
            type="date"
            value={draft.to}
            min={draft.from || undefined}
            onChange={(event) => set({ to: event.target.value })}
          />
        </fieldset>
        <div className="flex min-h-8 items-center">
          <Switch checked={draft.undone === '1'} onChange={(on) => set({ undone: on ? '1' : '' })}>
            Count what was undone
          </Switch>
        </div>
        <div className="ms-auto flex gap-2">
          <Button variant="ghost" onClick={() => set({ ...noFilters, workflow: draft.workflow })}>
            Clear filters
          </Button>
          <Button type="submit" variant="primary" pending={pending}>
            Show
          </Button>
        </div>
      </div>
    </>
  );
}

interface CustomerFieldProps {
  id: string;
  /** Of the customer that the page shows. */
  name: string | null;
  onChange(id: string): void;
}

function CustomerField({ id, name, onChange }: CustomerFieldProps) {
  const [text, setText] = useState(name ?? '');
  const suggestions = useCustomers(id ? null : text);
  // Cleared, or another page of filters: the field follows.
  const [known, setKnown] = useState({ id, name });
  if (known.id !== id || known.name !== name) {
    setKnown({ id, name });
    if (name !== known.name) setText(name ?? '');
    else if (!id && known.id && text === name) setText('');
  }
  return (
    <Field
      label="Customer"
      error={text && !id ? 'Choose one of the suggestions, or leave it empty.' : undefined}
    >
      {(control) => (
        <CustomerCombobox
          control={control}
          name="customerName"
          value={text}
          inputRef={() => undefined}
          onType={(typed) => {
            setText(typed);
            onChange('');
          }}
          onBlur={() => undefined}
          suggestions={suggestions}
          onChoose={(customer) => {
            setText(customer.name);
            onChange(customer.id);
          }}
        />
      )}
    </Field>
  );
}
