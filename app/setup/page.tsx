import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { EntryFrame } from '@/components/shell/entry-frame';
import { RememberZone } from '@/components/shell/remember-zone';
import { minPasswordLength } from '@/db/auth';
import { database } from '@/db/client';
import { anyPersonExists } from '@/db/people';
import { SetUpForm } from './setup-form';

export const metadata: Metadata = { title: 'Set up' };

/** The very first visit: creates the first admin. Afterwards there is nothing to see here. */
export default async function SetUpPage() {
  await connection();
  if (await anyPersonExists(database())) redirect('/sign-in');
  return (
    <EntryFrame
      title="Set up Retrace"
      intro="Nobody can sign in yet. Create the first admin; they can add everybody else."
    >
      <RememberZone />
      <SetUpForm minPasswordLength={minPasswordLength} />
    </EntryFrame>
  );
}
