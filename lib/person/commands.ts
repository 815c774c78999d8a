import * as z from 'zod/mini';
import { grantableRoles, roles } from '../access';
import { personEmail, personName } from './fields';

/**
 * What a page may ask of somebody's record. The id of who is new comes with the command. That a password link was made is
 * told by whoever makes it, together with the link.
 */

const grantable = z.enum(grantableRoles, 'Choose a role: support, manager or admin.');

export const personCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('invite_person'),
    personId: z.uuid('This needs the id of a person.').check(z.toLowerCase()),
    name: personName,
    email: personEmail,
    role: z.enum(roles, 'Choose a role: viewer, support, manager or admin.'),
  }),
  z.object({
    type: z.literal('change_person'),
    name: z.optional(personName),
    email: z.optional(personEmail),
  }),
  z.object({ type: z.literal('grant_role'), role: grantable }),
  z.object({ type: z.literal('revoke_role'), role: grantable }),
  z.object({ type: z.literal('deactivate_person') }),
  z.object({ type: z.literal('reactivate_person') }),
]);

export type PersonCommand = z.output<typeof personCommand> | { type: 'make_password_link'; linkId: string };
