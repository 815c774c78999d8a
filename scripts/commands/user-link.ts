import { Command } from 'commander';
import { systemActor } from '@/db/ensure-record';
import { makePasswordLink } from '@/db/invitations';
import { findPerson } from '@/db/people';
import { UsageError, withDatabase } from './command-context';

/** `retrace user link`: a link with which somebody chooses a password, for when nobody can sign in to make one. */
export function userLinkCommand(): Command {
  return new Command('link')
    .description('make a link with which a person chooses their password; it works once, for a week')
    .requiredOption('--email <address>', 'their email address')
    .action(async ({ email }: { email: string }) => {
      await withDatabase(async ({ db }) => {
        const person = await findPerson(db, email);
        const link =
          person &&
          (await makePasswordLink(db, person.id, {
            actor: systemActor,
            metadata: { channel: 'command_line' },
          }));
        if (!link) throw new UsageError(`Nobody who may sign in has the address ${email}.`);
        console.log(`/password/${link.token}`);
        console.error('Put the address of your Retrace in front of it, and give it to them.');
      });
    });
}
