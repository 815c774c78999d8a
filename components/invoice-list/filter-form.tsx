'use client';

import { type FormEvent, useState } from 'react';
import { dueLabels, duePresets, sinceLabels, sincePresets } from '@/lib/invoice/invoice-filters';
import { CustomerCombobox } from '../invoice/customer-combobox';
import { useCustomers } from '../invoice/use-customers';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { useTimeSettings } from '../ui/time-context';
import { AmountRange } from './amount-range';
import { draftOf, type FilterDraft, type FilterProblems, readDraft } from './filter-draft';
import type { FilterAddress } from './list-address';
import { actorLabel, useFilterChoices } from './use-filter-choices';

export interface FilterFormProps {
  address: FilterAddress;
  /** The customer who is filtered by, by name. */
  customerName: string | null;
  onApply(filters: Partial<FilterAddress>): void;
  onClose(): void;
}

const dueOptions = [
  { value: '', label: 'Any day' },
  ...duePresets.map((preset) => ({ value: preset, label: dueLabels[preset] })),
  { value: 'between', label: 'Between…' },
];

const sinceOptions = [
  { value: '', label: 'Ever' },
  ...sincePresets.map((preset) => ({ value: preset, label: `Since ${sinceLabels[preset].toLowerCase()}` })),
  { value: 'at', label: 'Since…' },
];

/** The filters that need a field. They take effect together, so that Back takes them back together. */
export function FilterForm({ address, customerName, onApply, onClose }: FilterFormProps) {
  const { timeZone } = useTimeSettings();
  const [draft, setDraft] = useState(() => draftOf(address, customerName, timeZone));
  const [problems, setProblems] = useState<FilterProblems>({});
  const choices = useFilterChoices();
  const suggestions = useCustomers(draft.customer ? null : draft.customerText);
  const set = (change: Partial<FilterDraft>) => setDraft((now) => ({ ...now, ...change }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft, timeZone);
    if ('problems' in read) return setProblems(read.problems);
    onApply(read.filters);
    onClose();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label="Customer" error={problems.customer}>
        {(control) => (
          <CustomerCombobox
            control={control}
            name="customer"
            value={draft.customerText}
            inputRef={() => undefined}
            onType={(customerText) => set({ customerText, customer: null })}
            onBlur={() => undefined}
            suggestions={suggestions}
            onChoose={({ id, name }) => set({ customer: id, customerText: name })}
          />
        )}
      </Field>
      <AmountRange
        legend="Total"
        from={draft.totalFrom}
        to={draft.totalTo}
        problem={problems.total}
        onChange={({ from, to }) => set({ totalFrom: from, totalTo: to })}
      />
      <AmountRange
        legend="Balance"
        from={draft.balanceFrom}
        to={draft.balanceTo}
        problem={problems.balance}
        onChange={({ from, to }) => set({ balanceFrom: from, balanceTo: to })}
      />
      <SelectField
        label="Currency"
        value={draft.currency}
        onChange={(event) => set({ currency: event.target.value })}
        options={withChosen(choices.currencies, draft.currency).map((code) => ({ value: code, label: code }))}
        placeholder="Any currency"
      />
      <SelectField
        label="Due"
        value={draft.due}
        onChange={(event) => set({ due: event.target.value })}
        options={dueOptions}
      />
      {draft.due === 'between' ? (
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label="Due from"
            type="date"
            value={draft.dueFrom}
            onChange={(event) => set({ dueFrom: event.target.value })}
            error={problems.due}
          />
          <TextField
            label="Due up to"
            type="date"
            value={draft.dueTo}
            onChange={(event) => set({ dueTo: event.target.value })}
          />
        </div>
      ) : null}
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label="Changed by"
          value={draft.by}
          onChange={(event) => set({ by: event.target.value })}
          options={[
            ...choices.actors.map((actor) => ({ value: actor.id, label: actorLabel(actor) })),
            ...(draft.by && !choices.actors.some(({ id }) => id === draft.by)
              ? [{ value: draft.by, label: 'As chosen' }]
              : []),
          ]}
          placeholder="Anybody"
          error={choices.problem}
        />
        <SelectField
          label="Changed"
          value={draft.since}
          onChange={(event) => set({ since: event.target.value })}
          options={sinceOptions}
        />
      </div>
      {draft.since === 'at' ? (
        <TextField
          label="Changed since"
          type="datetime-local"
          value={draft.sinceAt}
          onChange={(event) => set({ sinceAt: event.target.value })}
          description={`In ${timeZone.replaceAll('_', ' ')}, the zone in which your times are shown.`}
          error={problems.since}
        />
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary">
          Apply
        </Button>
      </div>
    </form>
  );
}

const withChosen = (known: readonly string[], chosen: string): string[] => [
  ...new Set(chosen ? [...known, chosen] : known),
];
