'use client';

import Link from 'next/link';
import { type Ask, asks } from '@/lib/explorer/question';
import { type Choice, FilterFields, type FilterOptions } from '../analytics/filter-fields';
import { hrefWith } from '../analytics/filter-texts';
import { useFilterDraft } from '../analytics/use-filter-draft';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { askOf, type ExplorerTexts, explorerPath, stepFields } from './explorer-texts';

const askLabels: Record<Ask, string> = {
  follows: 'A then B',
  funnel: 'Funnel',
  between: 'Time between',
  who: 'Who did it',
};

interface ExplorerFormProps {
  shown: ExplorerTexts;
  options: FilterOptions;
  /** What was done to records of the kind. */
  activities: readonly Choice[];
}

/** What is asked, and of what. */
export function ExplorerForm({ shown, options, activities }: ExplorerFormProps) {
  const { draft, set, submit, pending } = useFilterDraft<keyof ExplorerTexts>(explorerPath, shown);
  const ask = askOf(shown);
  const choice = (field: keyof ExplorerTexts, label: string, placeholder?: string) => (
    <SelectField
      key={field}
      label={label}
      options={activities}
      placeholder={placeholder}
      value={draft[field]}
      onChange={(event) => set({ [field]: event.target.value })}
    />
  );
  const days = (label: string, description?: string) => (
    <TextField
      label={label}
      type="number"
      min={0}
      max={3660}
      step={1}
      inputMode="numeric"
      description={description}
      value={draft.days}
      onChange={(event) => set({ days: event.target.value })}
    />
  );
  return (
    <Card className="@container flex flex-col gap-4 p-4">
      <nav aria-label="Questions" className="flex flex-wrap gap-1">
        {asks.map((each) => (
          <Link
            key={each}
            href={hrefWith(explorerPath, { ...shown, ask: each })}
            scroll={false}
            aria-current={each === ask ? 'page' : undefined}
            className={buttonStyles({
              variant: 'ghost',
              size: 'small',
              className: each === ask ? 'bg-accent-soft text-accent' : '',
            })}
          >
            {askLabels[each]}
          </Link>
        ))}
      </nav>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div className="grid gap-3 @lg:grid-cols-2 @4xl:grid-cols-3">
          {ask === 'follows' || ask === 'between' ? (
            <>
              {choice('first', 'First event')}
              {choice('second', 'Then')}
            </>
          ) : null}
          {ask === 'follows' ? days('Within days') : null}
          {ask === 'funnel' ? (
            <>
              {stepFields.map((field, index) =>
                choice(field, `Step ${index + 1}`, index === 0 ? undefined : 'No step'),
              )}
              {days('All within days', 'Empty is any time.')}
            </>
          ) : null}
          {ask === 'who' ? choice('activity', 'Event', 'Anything') : null}
        </div>
        <FilterFields
          {...{ options, draft, set, pending }}
          about={{
            period: ask === 'who' ? 'When it was done' : 'When the first event happened',
            person: ask === 'who' ? 'Who did it' : 'Who did the first event',
          }}
        />
      </form>
    </Card>
  );
}
