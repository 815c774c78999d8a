import { analyticsOutcomes, type Outcomes, outcomeLabels } from '@/lib/analytics/outcomes';
import { Card } from '../ui/card';
import { SubmitButton } from '../ui/submit-button';

interface OutcomesFormProps {
  workflow: string;
  title: string;
  outcomes: Outcomes;
  activities: readonly { value: string; label: string }[];
  save(form: FormData): Promise<void>;
  /** Why whoever looks may not change it; null if they may. */
  refused: string | null;
}

/** The events of one workflow that count as each outcome. */
export function OutcomesForm({ workflow, title, outcomes, activities, save, refused }: OutcomesFormProps) {
  const shown = analyticsOutcomes.map((outcome) => ({ outcome, chosen: outcomes[outcome] }));
  return (
    <Card className="p-4">
      <form action={save} aria-label={title} className="flex flex-col gap-3">
        <input type="hidden" name="workflow" value={workflow} />
        <h2 className="text-emphasis font-semibold text-ink">{title}</h2>
        <div className="grid gap-4 @lg:grid-cols-2 @4xl:grid-cols-4">
          {shown.map(({ outcome, chosen }) => (
            <fieldset key={outcome} className="min-w-0" disabled={refused !== null}>
              <legend className="text-dense font-medium text-ink">{outcomeLabels[outcome]}</legend>
              <p className="text-label text-ink-2">
                {chosen.length === 0
                  ? 'No event'
                  : activities
                      .filter(({ value }) => chosen.includes(value))
                      .map(({ label }) => label)
                      .join(', ')}
              </p>
              <details className="mt-1">
                <summary className="inline-flex min-h-6 cursor-pointer items-center text-label text-accent">
                  Choose
                  <span className="sr-only">
                    {' '}
                    what counts as “{outcomeLabels[outcome]}”, {title}
                  </span>
                </summary>
                <div className="mt-1 flex max-h-72 flex-col overflow-y-auto rounded-control border border-line p-2">
                  {activities.map(({ value, label }) => (
                    <label key={value} className="flex min-h-6 items-center gap-2 text-dense text-ink">
                      <input
                        type="checkbox"
                        name={outcome}
                        value={value}
                        defaultChecked={chosen.includes(value)}
                        className="checkbox -m-1 size-6 shrink-0 rounded-sm"
                      />
                      {label}
                    </label>
                  ))}
                </div>
              </details>
            </fieldset>
          ))}
        </div>
        <div>
          <SubmitButton disabledReason={refused}>Save {title.toLowerCase()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
