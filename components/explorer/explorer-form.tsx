import Link from 'next/link';
import { type Ask, asks } from '@/lib/explorer/question';
import { type AnalyticsAddress, mostDays } from '../analytics/analytics-address';
import { type Choice, type QuestionControls, QuestionFilters } from '../analytics/question-filters';
import { buttonStyles } from '../ui/button-styles';
import { cn } from '../ui/cn';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { askOf, explorerHref, explorerPath, type QuestionTexts, stepFields } from './explorer-texts';

const askLabels: Record<Ask, string> = {
  follows: 'A then B',
  funnel: 'Funnel',
  between: 'Time between',
  who: 'Who did it',
};

interface ExplorerFormProps {
  address: AnalyticsAddress;
  texts: QuestionTexts;
  controls: QuestionControls;
  /** What was done to records of the kind. */
  activities: readonly Choice[];
  workflows: readonly Choice[];
}

/** What is asked, and of what. */
export function ExplorerForm({ address, texts, controls, activities, workflows }: ExplorerFormProps) {
  const ask = askOf(texts);
  const choice = (field: keyof QuestionTexts, label: string, placeholder?: string) => (
    <SelectField
      key={field}
      name={field}
      label={label}
      options={activities}
      placeholder={placeholder}
      defaultValue={texts[field]}
    />
  );
  return (
    <>
      <nav aria-label="Questions" className="-mb-2 flex flex-wrap gap-1 print:hidden">
        {asks.map((each) => (
          <Link
            key={each}
            href={explorerHref({ ...address, days: null }, { ...texts, ask: each })}
            scroll={false}
            aria-current={each === ask ? 'true' : undefined}
            className={cn(buttonStyles(), each === ask && 'border-accent bg-accent-soft text-accent')}
          >
            {askLabels[each]}
          </Link>
        ))}
      </nav>
      <QuestionFilters
        action={explorerPath}
        address={address}
        controls={controls}
        workflows={workflows}
        own={texts}
        fold="Question and filters"
        days={ask === 'follows' ? 'From the first event on.' : null}
        period={ask === 'who' ? 'When it was done.' : 'When the first event happened.'}
        person={ask === 'who' ? 'Who did it.' : 'Who did the first event.'}
      >
        <input type="hidden" name="ask" value={ask} />
        <div className="mb-3 grid grid-cols-1 gap-x-4 gap-y-3 border-b border-line pb-4 @md:grid-cols-2 @3xl:grid-cols-4">
          {ask === 'follows' || ask === 'between' ? (
            <>
              {choice('first', 'First event')}
              {choice('second', 'Then')}
            </>
          ) : null}
          {ask === 'funnel' ? (
            <>
              {stepFields.map((field, index) =>
                choice(field, `Step ${index + 1}`, index === 0 ? undefined : 'No step'),
              )}
              <TextField
                label="All within days"
                name="days"
                type="number"
                min={1}
                max={mostDays}
                defaultValue={address.days ?? ''}
                description="Of the first step; empty is any time."
              />
            </>
          ) : null}
          {ask === 'who' ? choice('activity', 'Event', 'Anything') : null}
        </div>
      </QuestionFilters>
    </>
  );
}
