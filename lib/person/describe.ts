import { roleLabels } from '../access';
import { isolated } from '../event-sourcing/isolated';
import type { DescribedChange, Description, EventKind, EventWithChanges } from '../event-sourcing/workflow';
import type { PersonEvent, PersonEventType } from './events';
import type { AppPerson } from './person';

export const personKinds: Record<PersonEventType, EventKind> = {
  person_invited: 'life',
  person_details_changed: 'edit',
  role_granted: 'edit',
  role_revoked: 'edit',
  person_deactivated: 'life',
  person_reactivated: 'life',
  password_link_made: 'life',
  password_link_withdrawn: 'life',
};

/** An event in words, its actor left out: "granted Bob Ekdahl the manager role". */
export function describe(event: EventWithChanges<PersonEvent>, before: AppPerson): Description {
  const whom = isolated(event.type === 'person_invited' ? event.payload.name : before.name);
  switch (event.type) {
    case 'person_invited':
      return say(`invited ${whom}`, 'invitation');
    case 'person_details_changed': {
      const { name, email } = event.payload;
      if (email === undefined) return say(`renamed ${whom} to ${isolated(name ?? '')}`, 'name');
      return name === undefined
        ? say(`changed ${whom}’s email address`, 'email address')
        : say(`changed ${whom}’s name and email address`, 'name and email address');
    }
    case 'role_granted':
      return say(
        `granted ${whom} the ${inWords(event.payload.role)} role`,
        `${inWords(event.payload.role)} role`,
      );
    case 'role_revoked':
      return say(
        `revoked ${whom}’s ${inWords(event.payload.role)} role`,
        `revoking the ${inWords(event.payload.role)} role`,
      );
    case 'person_deactivated':
      return say(`deactivated ${whom}`, 'deactivation');
    case 'person_reactivated':
      return say(`reactivated ${whom}`, 'reactivation');
    case 'password_link_made':
      return say(`made ${whom} a password link`, 'password link');
    case 'password_link_withdrawn':
      return say(`withdrew ${whom}’s password link`, 'withdrawal of the password link');
  }
}

const say = (sentence: string, short: string): Description => ({ sentence, short, tone: 'neutral' });

const inWords = (role: keyof typeof roleLabels): string => roleLabels[role].toLowerCase();

const labels: Record<string, string> = {
  name: 'Name',
  email: 'Email',
  active: 'May sign in',
  'roles.support': 'Support role',
  'roles.manager': 'Manager role',
  'roles.admin': 'Admin role',
};

/** The difference an event made, as people read it. */
export function describeChanges(
  event: EventWithChanges<PersonEvent>,
  _before: AppPerson,
  _after: AppPerson,
): readonly DescribedChange[] {
  return Object.entries(event.changes).flatMap(([path, { from, to }]) => {
    const label = labels[path];
    if (!label) return [];
    if (path.startsWith('roles.')) return [{ path, label, from: held(from), to: held(to) }];
    return [
      {
        path,
        label,
        ...(from === undefined ? {} : { from: worded(from) }),
        ...(to === undefined ? {} : { to: worded(to) }),
      },
    ];
  });
}

const held = (value: unknown): string => (value === true ? 'held' : 'not held');
const worded = (value: unknown): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
