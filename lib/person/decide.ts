import type { CommandRefusal, Decision } from '../event-sourcing/workflow';
import type { PersonCommand } from './commands';
import type { PersonEvent } from './events';
import type { AppPerson } from './person';

/** What is done for nobody who may not sign in. */
const onlyWhileActive: Partial<Record<PersonCommand['type'], string>> = {
  grant_role: 'grant the role',
  make_password_link: 'make a link',
};

/** Why this command cannot be given to this person as they stand, or null; the page asks it for its buttons too. */
export function refusalOf(type: PersonCommand['type'], person: AppPerson): CommandRefusal | null {
  if (type === 'invite_person') {
    if (!person.id) return null;
    return {
      code: 'exists_already',
      message: 'This person was invited already. Reload the page to see them.',
    };
  }
  if (!person.id) {
    return {
      code: 'not_found',
      message: 'There is no such person. They may not have been saved; look for them in the list.',
    };
  }
  const only = onlyWhileActive[type];
  if (only && !person.active) {
    return {
      code: 'deactivated',
      message: `This person is deactivated. Reactivate them first, then ${only}.`,
      because: ['active'],
      alternatives: [{ action: 'reactivate_person', label: 'Reactivate the person' }],
    };
  }
  return null;
}

/** What a command leads to. A command that would change nothing leads to no event. */
export function decide(command: PersonCommand, person: AppPerson): Decision<PersonEvent> {
  const refusal = refusalOf(command.type, person);
  if (refusal) return { kind: 'refused', refusal };
  switch (command.type) {
    case 'invite_person': {
      const { personId, name, email, role } = command;
      const invited: PersonEvent = { type: 'person_invited', payload: { personId, name, email } };
      return events(
        invited,
        ...(role === 'viewer' ? [] : [{ type: 'role_granted', payload: { role } } as const]),
      );
    }
    case 'change_person': {
      const { name = person.name, email = person.email } = command;
      const payload = {
        ...(name !== person.name && { name }),
        ...(email !== person.email && { email }),
      };
      return Object.keys(payload).length > 0 ? events({ type: 'person_details_changed', payload }) : events();
    }
    case 'grant_role': {
      const { role } = command;
      return person.roles[role] ? events() : events({ type: 'role_granted', payload: { role } });
    }
    case 'revoke_role': {
      const { role } = command;
      return person.roles[role] ? events({ type: 'role_revoked', payload: { role } }) : events();
    }
    case 'deactivate_person':
      return person.active ? events({ type: 'person_deactivated', payload: {} }) : events();
    case 'reactivate_person':
      return person.active ? events() : events({ type: 'person_reactivated', payload: {} });
    case 'make_password_link':
      return events({ type: 'password_link_made', payload: { linkId: command.linkId } });
  }
}

const events = (...list: PersonEvent[]): Decision<PersonEvent> => ({ kind: 'events', events: list });
