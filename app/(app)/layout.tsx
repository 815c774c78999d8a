import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/providers';
import { Shell } from '@/components/shell/shell';
import { setPreference } from '../actions/set-preference';
import { signOut } from '../actions/sign-out';
import { currentCompany } from '../company';
import { readLooks, readTimeSettings } from '../preferences';
import { requirePerson } from '../session';

/** Everything behind the sign-in: navigation, who I am, and what the pages share. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  // Nothing is read for a visitor.
  const person = await requirePerson();
  const [company, looks, time] = await Promise.all([currentCompany(), readLooks(), readTimeSettings()]);
  const preferences = { ...looks, undoScope: person.undoScope };
  return (
    <Providers
      time={time}
      now={new Date().toISOString()}
      company={company}
      preferences={preferences}
      setPreference={setPreference}
    >
      <Shell person={person} preferences={preferences} timeZone={time.timeZone} signOut={signOut}>
        {children}
      </Shell>
    </Providers>
  );
}
