import type { Metadata } from 'next';
import { requirePerson } from '@/app/session';
import { OutcomesForm } from '@/components/analytics/outcomes-form';
import { PageHeader, TrailLink } from '@/components/shell/page-header';
import { readActivities } from '@/db/analytics/activities';
import { readOutcomes } from '@/db/analytics/outcomes';
import { analyticsDatabase } from '@/db/client';
import { mayChangeOthersWork } from '@/lib/access';
import { activityWords, workflowWords } from '@/lib/analytics/act-words';
import { analyticsOutcomes, defaultOutcomes } from '@/lib/analytics/outcomes';
import { workflows } from '@/lib/workflows';
import { chooseOutcomes } from './actions';

export const metadata: Metadata = { title: 'Which events count as what' };

const problems: Record<string, string> = {
  role: 'Managers and admins choose which events count as what. Nothing was changed.',
  input: 'What was chosen could not be understood. Nothing was changed; reload the page and choose again.',
};

interface Params {
  problem?: string | string[];
  saved?: string | string[];
}

/** Which events count as a payment, a failure, a refund or leaving, by workflow; imported logs too. */
export default async function OutcomesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const person = await requirePerson();
  const db = analyticsDatabase();
  const { problem, saved } = await searchParams;
  const [named, activities] = await Promise.all([readOutcomes(db), readActivities(db)]);
  const told = Object.keys(workflows).filter(
    (name) => named.has(name) || activities.some(({ workflow }) => workflow === name),
  );
  return (
    <div className="@container flex flex-col gap-4 px-page py-5">
      <PageHeader
        trail={<TrailLink href="/analytics">Analytics</TrailLink>}
        title="Which events count as what"
        description="The questions count these events as payments, failures, refunds and leaving. Everybody’s numbers go by it."
      />
      {typeof problem === 'string' && problems[problem] ? (
        <p role="alert" className="text-dense font-medium text-danger">
          {problems[problem]}
        </p>
      ) : null}
      {typeof saved === 'string' && told.includes(saved) ? (
        <p role="status" className="text-dense text-ink">
          Saved: the questions now count {workflowWords(saved).toLowerCase()} so.
        </p>
      ) : null}
      {told.map((workflow) => {
        const outcomes = named.get(workflow) ?? defaultOutcomes(workflow);
        const known = activities.filter((each) => each.workflow === workflow).map(({ activity }) => activity);
        const chosen = analyticsOutcomes.flatMap((outcome) => outcomes[outcome]);
        return (
          <OutcomesForm
            // What was saved is filled in again.
            key={`${workflow} ${JSON.stringify(outcomes)}`}
            workflow={workflow}
            title={workflowWords(workflow)}
            outcomes={outcomes}
            activities={[...new Set([...known, ...chosen])].map((activity) => ({
              value: activity,
              label: activityWords(workflow, activity),
            }))}
            save={chooseOutcomes}
            refused={
              mayChangeOthersWork(person.role)
                ? null
                : 'Managers and admins choose which events count as what. Ask one of them.'
            }
          />
        );
      })}
    </div>
  );
}
