import { grantableRoles } from '../access';
import type { RecordSummary } from '../record-summary';
import { type AppPerson, roleOf } from './person';

/** What the list of people shows and searches, now and as of any moment. */
export function summarize(person: AppPerson): RecordSummary {
  const { name, email, active, roles } = person;
  return {
    title: name,
    status: active ? 'active' : 'deactivated',
    customerId: null,
    customerName: null,
    amount: null,
    currency: null,
    fields: {
      email,
      /** What decides what they may do. */
      role: roleOf(person),
      /** Each that was granted. */
      roles: grantableRoles.filter((role) => roles[role]).join(' '),
    },
  };
}
