import { type GrantableRole, grantableRoles, roleLabels, rolePowers } from '@/lib/access';
import { isolated } from '@/lib/event-sourcing/isolated';
import type { PersonCommand } from '@/lib/person/commands';
import { refusalOf } from '@/lib/person/decide';
import { type AppPerson, isAdmin, lastAdmin } from '@/lib/person/person';

/** One thing that can be done to somebody, asked about before it is done. */
export interface PersonAct {
  command: PersonCommand;
  /** In a menu. */
  label: string;
  title: string;
  description: string;
  /** The button that does it. */
  action: string;
  danger?: boolean;
  /** Said when it is done. */
  done: string;
  /** Why it can't be done now. */
  disabledReason: string | null;
}

interface Circumstances {
  /** Why nothing can be changed now, or null. */
  locked: string | null;
  /** The ids of those who may manage people. */
  admins: readonly string[];
}

/** Everything that can be done to a person as they stand: roles first, each that they lack or hold. */
export function actsOf(person: AppPerson, { locked, admins }: Circumstances): readonly PersonAct[] {
  const isLast = isAdmin(person) && !admins.some((id) => id !== person.id);
  const unlessLast = locked ?? (isLast ? lastAdmin.message : null);
  const name = isolated(person.name);
  const roles = grantableRoles.map((role) =>
    person.roles[role]
      ? revoke(role, name, role === 'admin' ? unlessLast : locked)
      : grant(role, name, locked ?? refusalOf('grant_role', person)?.message ?? null),
  );
  const rest: PersonAct = person.active
    ? {
        command: { type: 'deactivate_person' },
        label: 'Deactivate',
        title: `Deactivate ${name}?`,
        description:
          'They are signed out at once and can’t sign in again. Their roles are kept for when they come back, and the history goes on naming them.',
        action: 'Deactivate',
        danger: true,
        done: `${name} is deactivated`,
        disabledReason: unlessLast,
      }
    : {
        command: { type: 'reactivate_person' },
        label: 'Reactivate',
        title: `Reactivate ${name}?`,
        description: 'They can sign in again with the password they had, and have the roles that they had.',
        action: 'Reactivate',
        done: `${name} can sign in again`,
        disabledReason: locked,
      };
  return [...roles, rest];
}

const word = (role: GrantableRole): string => roleLabels[role].toLowerCase();

function grant(role: GrantableRole, name: string, disabledReason: string | null): PersonAct {
  return {
    command: { type: 'grant_role', role },
    label: `Grant ${word(role)} role`,
    title: `Grant ${name} the ${word(role)} role?`,
    description: `${roleLabels[role]}: ${rolePowers[role]}`,
    action: 'Grant role',
    done: `${name} has the ${word(role)} role`,
    disabledReason,
  };
}

function revoke(role: GrantableRole, name: string, disabledReason: string | null): PersonAct {
  return {
    command: { type: 'revoke_role', role },
    label: `Revoke ${word(role)} role`,
    title: `Revoke ${name}’s ${word(role)} role?`,
    description:
      'It counts at their next click. What they did with the role stays; each of those changes has an undo of its own.',
    action: 'Revoke role',
    danger: true,
    done: `${name} no longer has the ${word(role)} role`,
    disabledReason,
  };
}
