import type { Customer } from './customer';

/** What the list of customers shows and searches. */
export interface CustomerSummary {
  name: string;
  email: string | null;
  address: string | null;
  taxId: string | null;
  archived: boolean;
}

export function summarize({ name, email, address, taxId, archived }: Customer): CustomerSummary {
  return { name, email, address, taxId, archived };
}
