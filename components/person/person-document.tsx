'use client';

import { grantableRoles, roleLabels, rolePowers } from '@/lib/access';
import type { Changes } from '@/lib/event-sourcing/event';
import { type AppPerson, roleOf } from '@/lib/person/person';
import { ChangedValue } from '../history/changed-value';
import { FieldHistoryButton, fieldArea, roomAfter } from '../history/field-history-button';
import { useShownState } from '../history/use-shown-state';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';

const rows = [
  ['name', 'Name'],
  ['email', 'Email'],
] as const;

const grid =
  'grid grid-cols-[5rem_minmax(0,1fr)] sm:grid-cols-[7rem_minmax(0,1fr)] gap-x-4 gap-y-2.5 text-dense';

/** Who somebody was and what they could do at the moment in view; what the event there changed is marked. */
export function PersonDocument() {
  const { state, changes } = useShownState<AppPerson>();
  return (
    <Card className="px-4 py-4 sm:py-5">
      <dl className={grid}>
        {rows.map(([field, label]) => (
          <div key={field} className={cn(fieldArea, 'col-span-2 grid grid-cols-subgrid items-baseline')}>
            <dt className="text-ink-2">{label}</dt>
            <dd className={cn(roomAfter, 'font-medium wrap-anywhere text-ink')}>
              <ChangedValue change={changes[field]} format={String}>
                {state[field]}
              </ChangedValue>
              <FieldHistoryButton id={field} label={label} after />
            </dd>
          </div>
        ))}
        <div className={cn(fieldArea, 'col-span-2 grid grid-cols-subgrid items-baseline')}>
          <dt className="text-ink-2">May sign in</dt>
          <dd className={cn(roomAfter, 'font-medium text-ink')}>
            <ChangedValue change={changes.active} format={(active) => (active ? 'yes' : 'no')}>
              {state.active ? 'yes' : 'no'}
            </ChangedValue>
            <FieldHistoryButton id="active" label="May sign in" after />
          </dd>
        </div>
      </dl>
      <Roles person={state} changes={changes} />
    </Card>
  );
}

/** Each role, whether it is held, and what it allows; and what that comes to. */
function Roles({ person, changes }: { person: AppPerson; changes: Changes }) {
  const role = roleOf(person);
  return (
    <section aria-labelledby="roles" className="mt-5 border-t border-line pt-4">
      <h2 id="roles" className="text-body font-semibold text-ink">
        Roles
      </h2>
      <p className="mt-0.5 mb-3 text-dense text-ink-2">
        {person.active
          ? `May do what ${roleLabels[role].toLowerCase()} allows. ${rolePowers[role]}`
          : 'May do nothing while deactivated. The roles are kept.'}
      </p>
      <dl className={grid}>
        {grantableRoles.map((each) => (
          <div key={each} className={cn(fieldArea, 'col-span-2 grid grid-cols-subgrid items-baseline')}>
            <dt className="text-ink-2">{roleLabels[each]}</dt>
            <dd className={roomAfter}>
              <span className={cn('font-medium', person.roles[each] ? 'text-ink' : 'text-ink-3')}>
                <ChangedValue change={changes[`roles.${each}`]} format={() => 'held'}>
                  {person.roles[each] ? 'held' : 'not held'}
                </ChangedValue>
              </span>
              <FieldHistoryButton id={`roles.${each}`} label={`${roleLabels[each]} role`} after />
              <span className="block text-label text-ink-2">{rolePowers[each]}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
