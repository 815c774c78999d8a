import type { Database } from '@/db/client';
import { ensureCompany } from '@/db/company';
import { addMissingCustomers } from '@/db/missing-customers';

/**
 * Sees to it that what every page counts on is there: the company's settings, and a record of each customer, whom an
 * older release may have known from their invoices only. Does nothing when nothing is to do.
 */
export async function writeFirstRecords(db: Database, log: (line: string) => void): Promise<void> {
  await ensureCompany(db);
  const added = await addMissingCustomers(db);
  if (added > 0) log(`Added ${added} ${added === 1 ? 'customer' : 'customers'} from their invoices.`);
}
