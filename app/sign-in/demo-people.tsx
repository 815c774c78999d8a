'use client';

import { ChevronRight } from 'lucide-react';
import { useActionState } from 'react';
import { useFormStatus } from 'react-dom';
import { Avatar } from '@/components/ui/avatar';
import { FormProblem } from '@/components/ui/form-problem';
import { Spinner } from '@/components/ui/spinner';
import { type Role, roleLabels } from '@/lib/access';
import { demoPeople } from '@/lib/demo-people';
import { isolated } from '@/lib/event-sourcing/isolated';
import { signInAsDemoPerson } from './actions';

const may: Record<Role, string> = {
  viewer: 'Reads everything, changes nothing',
  support: 'Changes records, takes back own changes',
  manager: 'Takes back anyone’s changes',
  admin: 'Manager, and looks after people',
};

/** The demo people, one click each. */
export function DemoPeople({ next }: { next: string }) {
  const [state, action] = useActionState(signInAsDemoPerson, { email: '' });
  return (
    <form action={action} className="flex flex-col gap-3">
      <input type="hidden" name="next" value={next} />
      <FormProblem>{state.problem}</FormProblem>
      <ul className="-mx-2 flex flex-col">
        {demoPeople.map((person) => (
          <li key={person.email}>
            <DemoPerson {...person} />
          </li>
        ))}
      </ul>
    </form>
  );
}

function DemoPerson({ name, email, role }: (typeof demoPeople)[number]) {
  const { pending, data } = useFormStatus();
  const mine = pending && data?.get('person') === email;
  return (
    <button
      type="submit"
      name="person"
      value={email}
      aria-label={`Sign in as ${isolated(name)}, ${roleLabels[role].toLowerCase()}`}
      aria-disabled={pending || undefined}
      className="group flex min-h-12 w-full items-center gap-3 rounded-control px-2 py-1.5 text-start transition-colors hover:bg-sunken"
    >
      <Avatar name={name} />
      <span className="min-w-0 flex-1">
        <span className="block text-dense font-medium text-ink">
          {name} <span className="font-normal text-ink-2">· {roleLabels[role]}</span>
        </span>
        <span className="block text-label text-ink-3">{may[role]}</span>
      </span>
      {mine ? (
        <Spinner className="text-ink-3" />
      ) : (
        <ChevronRight
          aria-hidden="true"
          className="size-4 text-ink-3 transition-[translate] group-hover:translate-x-0.5 rtl:-scale-x-100"
        />
      )}
    </button>
  );
}
