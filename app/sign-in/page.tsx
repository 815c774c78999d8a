import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EntryFrame } from '@/components/shell/entry-frame';
import { RememberZone } from '@/components/shell/remember-zone';
import { database } from '@/db/client';
import { anyPersonExists } from '@/db/people';
import { localPath } from '@/lib/local-path';
import { currentPerson } from '../session';
import { DemoPeople } from './demo-people';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

/** Public. Somebody who is signed in already goes on at once; where there is nobody yet, set-up comes first. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = localPath((await searchParams).next, '/invoices');
  if (await currentPerson()) redirect(next);
  if (!(await anyPersonExists(database()))) redirect('/setup');
  const demo = process.env.RETRACE_DEMO === '1';
  return (
    <EntryFrame title="Sign in" intro={next === '/invoices' ? undefined : 'to go on where you were'}>
      <RememberZone />
      <SignInForm next={next} />
      {demo ? (
        <section aria-labelledby="demo" className="mt-6 border-t border-line pt-5">
          <h2 id="demo" className="mb-2 text-dense font-semibold text-ink">
            Or look around as
          </h2>
          <DemoPeople next={next} />
        </section>
      ) : null}
    </EntryFrame>
  );
}
