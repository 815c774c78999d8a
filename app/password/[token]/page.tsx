import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import { EntryFrame } from '@/components/shell/entry-frame';
import { RememberZone } from '@/components/shell/remember-zone';
import { minPasswordLength } from '@/db/auth';
import { database } from '@/db/client';
import { findPasswordLink } from '@/db/invitations';
import { PasswordForm } from './password-form';

export const metadata: Metadata = { title: 'Choose a password', robots: { index: false } };

/** Public: whoever got a link from an admin chooses their password here, once. */
export default async function PasswordPage({ params }: { params: Promise<{ token: string }> }) {
  await connection();
  const { token } = await params;
  const invited = await findPasswordLink(database(), token);
  if (!invited) {
    return (
      <EntryFrame
        title="This link doesn’t work any more"
        intro="It was used already, a newer one was made, or its week is over. Ask an admin for another."
      >
        <Link
          href="/sign-in"
          className="inline-flex min-h-6 items-center font-medium text-accent underline underline-offset-2"
        >
          Sign in
        </Link>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame
      title="Choose a password"
      intro={
        <>
          Welcome, <bdi>{invited.name}</bdi>. You sign in as {invited.email}.
        </>
      }
    >
      <RememberZone />
      <PasswordForm token={token} email={invited.email} minPasswordLength={minPasswordLength} />
    </EntryFrame>
  );
}
