import type { Database } from '@/db/client';
import { ensureCompany } from '@/db/company';
import { addMissingCustomers } from '@/db/missing-customers';
import { addMissingPeople } from '@/db/missing-people';

/**
 * Sees to it that what every page counts on is there: the company's settings, and a record of each customer and
 * each person, of whom an older release may have known from invoices or from their sign-in only. Does nothing when nothing is to do.
 */
export async function writeFirstRecords(db: Database, log: (line: string) => void): Promise<void> {
  await ensureCompany(db);
  const added = await addMissingCustomers(db);
  if (added > 0) log(`Added ${added} ${added === 1 ? 'customer' : 'customers'} from their invoices.`);
  const people = await addMissingPeople(db);
  if (people > 0)
    log(`Began the history of ${people} ${people === 1 ? 'person' : 'people'} who may sign in.`);
}
