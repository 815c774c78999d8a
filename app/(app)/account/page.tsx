import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { readTimeSettings } from '@/app/preferences';
import { requirePerson } from '@/app/session';
import { PageHeader } from '@/components/shell/page-header';
import { Card } from '@/components/ui/card';
import { minPasswordLength } from '@/db/auth';
import { findSessionEmail } from '@/db/people';
import { roleLabels } from '@/lib/access';
import { LooksForm } from './looks-form';
import { PasswordForm } from './password-form';

export const metadata: Metadata = { title: 'Your account' };

/** Who I am here, how things look to me, and my password. Name, address and role are an admin's to change. */
export default async function AccountPage() {
  const person = await requirePerson();
  const email = (await findSessionEmail(await headers())) ?? '';
  const { timeZone } = await readTimeSettings();
  const rows = [
    ['Name', person.name],
    ['Email', email],
    ['Role', roleLabels[person.role]],
  ] as const;
  return (
    <div className="flex max-w-3xl flex-col gap-4 px-page py-5">
      <PageHeader title="Your account" />
      <Card>
        <section aria-labelledby="you" className="border-b border-line p-4 sm:px-7 sm:py-5">
          <h2 id="you" className="text-body font-semibold text-ink">
            You
          </h2>
          <p className="mt-0.5 text-label text-ink-2">Ask an admin if something here is wrong.</p>
          <dl className="mt-3 grid grid-cols-[4rem_minmax(0,1fr)] gap-x-4 gap-y-2 text-dense">
            {rows.map(([label, value]) => (
              <div key={label} className="col-span-2 grid grid-cols-subgrid items-baseline">
                <dt className="text-ink-2">{label}</dt>
                <dd className="font-medium break-words text-ink">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="looks" className="border-b border-line p-4 sm:px-7 sm:py-5">
          <h2 id="looks" className="text-body font-semibold text-ink">
            How things look
          </h2>
          <p className="mt-0.5 mb-4 text-label text-ink-2">Kept in this browser, for you alone.</p>
          <LooksForm timeZone={timeZone} zones={Intl.supportedValuesOf('timeZone')} />
        </section>
        <section aria-labelledby="password" className="p-4 sm:px-7 sm:py-5">
          <h2 id="password" className="text-body font-semibold text-ink">
            Password
          </h2>
          <p className="mt-0.5 mb-4 text-label text-ink-2">A new one signs you out everywhere but here.</p>
          <div className="max-w-sm">
            <PasswordForm email={email} minPasswordLength={minPasswordLength} />
          </div>
        </section>
      </Card>
    </div>
  );
}
