import * as z from 'zod/mini';
import { grantableRoles } from '../access';
import type { PayloadDefinition } from '../event-sourcing/upcast';
import { personEmail, personName } from './fields';

/** What is said of the people who may sign in. Each holds only what it changes. No secret is ever in an event. */

const role = z.enum(grantableRoles, 'This needs a role that can be granted: support, manager or admin.');

/** Which link: the name of its row, which opens nothing. */
const link = z.object({ linkId: z.uuid('This needs the id of a link.') });

const payloads = {
  person_invited: z.object({
    personId: z.uuid('This needs the id of a person.'),
    name: personName,
    email: personEmail,
  }),
  person_details_changed: z.object({ name: z.optional(personName), email: z.optional(personEmail) }),
  role_granted: z.object({ role }),
  role_revoked: z.object({ role }),
  person_deactivated: z.object({}),
  person_reactivated: z.object({}),
  password_link_made: link,
  password_link_withdrawn: link,
};

type Payloads = typeof payloads;
export type PersonEventType = keyof Payloads;

/** One event of a person: a type and its payload. */
export type PersonEvent = {
  [T in PersonEventType]: { type: T; payload: z.output<Payloads[T]> };
}[PersonEventType];

/** Every payload is in its first shape yet. */
export const personPayloads = Object.fromEntries(
  Object.entries(payloads).map(([type, schema]) => [type, { schemaVersion: 1, schema }]),
) as unknown as Record<PersonEventType, PayloadDefinition>;
