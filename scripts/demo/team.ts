import { inArray } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { users } from '@/db/schema/auth';
import type { Person } from '@/lib/access';
import type { PersonKey, Team } from './step';

const addresses: Record<PersonKey, string> = {
  ana: 'ana@example.com',
  bob: 'bob@example.com',
  sam: 'sam@example.com',
  mia: 'mia@example.com',
  priya: 'priya@example.com',
  otto: 'otto@example.com',
};

/** The demo people who change records, or undefined where one of them is missing: then this is no demo. */
export async function findTeam(db: Database): Promise<Team | undefined> {
  const { id, name, role, email } = users;
  const found = await db
    .select({ id, name, role, email })
    .from(users)
    .where(inArray(email, Object.values(addresses)));
  const team = new Map<string, Person>();
  for (const [who, address] of Object.entries(addresses)) {
    const person = found.find((candidate) => candidate.email === address);
    if (!person) return undefined;
    team.set(who, person);
  }
  return Object.fromEntries(team) as Team;
}
