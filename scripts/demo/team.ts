import { inArray } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { users } from '@/db/schema/auth';
import type { Team, Who } from './step';

const addresses: Record<Who, string> = {
  ana: 'ana@example.com',
  bob: 'bob@example.com',
  mia: 'mia@example.com',
  otto: 'otto@example.com',
};

/** The demo people who change invoices, or undefined where one of them is missing: then this is no demo. */
export async function findTeam(db: Database): Promise<Team | undefined> {
  const { id, name, role, email } = users;
  const found = await db
    .select({ id, name, role, email })
    .from(users)
    .where(inArray(email, Object.values(addresses)));
  const person = (who: Who) => found.find((candidate) => candidate.email === addresses[who]);
  const [ana, bob, mia, otto] = [person('ana'), person('bob'), person('mia'), person('otto')];
  return ana && bob && mia && otto ? { ana, bob, mia, otto } : undefined;
}
