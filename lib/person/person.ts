import { type GrantableRole, type Role, roles } from '../access';
import type { DecisionSettings } from '../decision-settings';
import type { Violation } from '../event-sourcing/workflow';
import type { PersonEvent } from './events';

/** Somebody who may sign in, or might once. Their roles are held one by one, so that each is taken back by itself. */
export interface AppPerson {
  id: string;
  name: string;
  /** What they sign in with; lower case. */
  email: string;
  /** Whoever is not may not sign in, whatever their roles. */
  active: boolean;
  /** Those that were granted, beyond looking, which everybody may. */
  roles: Readonly<Partial<Record<GrantableRole, true>>>;
}

/** Before they were invited a person has no leaf at all. */
export const nobody = { roles: {} } as unknown as AppPerson;

export function evolve(state: AppPerson, event: PersonEvent): AppPerson {
  switch (event.type) {
    case 'person_invited': {
      const { personId, name, email } = event.payload;
      return { id: personId, name, email, active: true, roles: {} };
    }
    case 'person_details_changed':
      return { ...state, ...event.payload };
    case 'role_granted':
      return { ...state, roles: { ...state.roles, [event.payload.role]: true } };
    case 'role_revoked': {
      const { [event.payload.role]: _, ...left } = state.roles;
      return { ...state, roles: left };
    }
    case 'person_deactivated':
      return { ...state, active: false };
    case 'person_reactivated':
      return { ...state, active: true };
    case 'password_link_made':
    case 'password_link_withdrawn':
      return state;
    default:
      return unknownEvent(event);
  }
}

/** A type that `evolve` forgot does not compile; one from a newer release must not pass in silence. */
function unknownEvent(event: never): never {
  throw new Error(
    `"${(event as { type: string }).type}" is no event of a person. Update Retrace to read this record.`,
  );
}

/** What they may do, in one word: the highest of their roles. Each includes those below it. */
export function roleOf({ roles: held }: Pick<AppPerson, 'roles'>): Role {
  return roles.findLast((role) => role !== 'viewer' && held[role]) ?? 'viewer';
}

/** May they manage people? */
export const isAdmin = ({ active, roles: held }: AppPerson): boolean => active && held.admin === true;

/**
 * Somebody must be left who can let others in. The other admins stand in other records, so they come with the settings, as
 * they were when this one was read; of two that go at once the database lets one (see last-admin.sql).
 */
export function violations(state: AppPerson, { admins }: DecisionSettings): readonly Violation[] {
  if (isAdmin(state) || admins.some((id) => id !== state.id)) return [];
  return [{ ...lastAdmin, paths: ['roles.admin', 'active'] }];
}

/** Why the last admin stays, in the same words wherever it is noticed. */
export const lastAdmin = {
  code: 'last_admin',
  message:
    'This is the last admin, and without one nobody could manage people any more. Grant the admin role to somebody else first.',
} as const;
