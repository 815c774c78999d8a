import { Command, Option } from 'commander';
import { ZodError } from 'zod';
import { createPerson } from '@/db/people';
import { type Role, roles } from '@/lib/access';
import { askPassword, canAsk, readStdin } from './ask';
import { UsageError, withDatabase } from './command-context';

interface Options {
  email: string;
  name: string;
  role: Role;
  password?: string;
  passwordStdin?: boolean;
}

/** `retrace user create`: adds a person who signs in with a password. */
export function userCreateCommand(): Command {
  return new Command('create')
    .description('add a person who signs in with a password')
    .requiredOption('--email <address>', 'their email address')
    .requiredOption('--name <name>', 'their name, as it will stand in the history')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .addOption(
      new Option(
        '--password <password>',
        'their password; others can see it in the list of processes',
      ).conflicts('passwordStdin'),
    )
    .option('--password-stdin', 'read the password from standard input')
    .addHelpText('after', '\nWithout either password option the password is asked for.')
    .action(async (options: Options) => {
      const { email, name, role } = options;
      const password = await passwordFor(options);
      await withDatabase(async ({ db }) => {
        const { id } = await createPerson(
          db,
          { email, name, role, password },
          { metadata: { channel: 'command_line' } },
        ).catch(asUsageError);
        console.log(`Created ${name} <${email}>, ${role}, with the id ${id}.`);
      });
    });
}

async function passwordFor(options: Options): Promise<string> {
  if (options.password !== undefined) return options.password;
  if (options.passwordStdin) return readStdin();
  if (!canAsk()) throw new UsageError('There is no terminal to ask for the password. Add --password-stdin.');
  const password = await askPassword(`Password for ${options.email}: `);
  if ((await askPassword('Once more: ')) === password) return password;
  throw new UsageError('The two passwords differ. Try again.');
}

function asUsageError(error: unknown): never {
  if (error instanceof ZodError) throw new UsageError(error.issues.map(({ message }) => message).join(' '));
  throw error;
}
