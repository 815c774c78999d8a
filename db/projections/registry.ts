import { summarize as summarizeOrder } from '@/lib/order/summarize';
import { summarize as summarizeRecord } from '@/lib/record/summarize';
import { summarize as summarizeSubscription } from '@/lib/subscription/summarize';
import { companyProjection } from './company';
import { customersProjection } from './customers';
import { invoicesProjection } from './invoices';
import { peopleProjection } from './people';
import type { Projection } from './projection';
import { recordsProjection } from './records';

/** The read tables of each workflow, by its name. */
export const projections: Readonly<Record<string, Projection>> = {
  invoice: invoicesProjection,
  customer: customersProjection,
  company: companyProjection,
  person: peopleProjection,
  subscription: recordsProjection(summarizeSubscription),
  record: recordsProjection(summarizeRecord),
  order: recordsProjection(summarizeOrder),
};
