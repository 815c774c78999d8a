import { leavesBefore, theseBefore } from '../event-sourcing/leaves-before';
import type { Compensation, EventWithChanges } from '../event-sourcing/workflow';
import type { PersonCommand } from './commands';
import { refusalOf } from './decide';
import type { PersonEvent } from './events';
import type { AppPerson } from './person';

/** What takes each event back. */
export function compensate(event: EventWithChanges<PersonEvent>): Compensation<PersonEvent> {
  switch (event.type) {
    case 'person_invited':
      return {
        kind: 'event',
        event: { type: 'person_deactivated', payload: {} },
        consequence: 'The person stays, deactivated: the history may name them. They are signed out at once.',
        inexact: true,
      };
    case 'person_details_changed':
      return {
        kind: 'event',
        event: { type: 'person_details_changed', payload: leavesBefore(event.changes) },
      };
    case 'role_granted':
      return {
        kind: 'event',
        event: { type: 'role_revoked', payload: event.payload },
        consequence: 'What they did with the role stays; each of those changes has an undo of its own.',
      };
    case 'role_revoked':
      return { kind: 'event', event: { type: 'role_granted', payload: event.payload } };
    case 'person_deactivated':
      return {
        kind: 'event',
        event: { type: 'person_reactivated', payload: {} },
        consequence:
          'They can sign in again with the password they had. Sessions that were ended stay ended.',
      };
    case 'person_reactivated':
      return {
        kind: 'event',
        event: { type: 'person_deactivated', payload: {} },
        consequence: 'They are signed out at once.',
      };
    case 'password_link_made':
      return {
        kind: 'event',
        event: { type: 'password_link_withdrawn', payload: event.payload },
        consequence: 'The link works no more. A password that was chosen with it stays.',
      };
    case 'password_link_withdrawn':
      return { kind: 'event', event: { type: 'password_link_made', payload: event.payload } };
  }
}

/** An invitation is put back by letting the person in again; everything else by the same event again. */
export function reapply(event: PersonEvent): PersonEvent {
  return event.type === 'person_invited' ? { type: 'person_reactivated', payload: {} } : event;
}

/** Puts a name or an address back as a new change; a role is granted or revoked again by its own command. */
export function restate(
  event: EventWithChanges<PersonEvent>,
  paths: readonly string[],
  person: AppPerson,
): PersonCommand | null {
  if (event.type !== 'person_details_changed' || refusalOf('change_person', person)) return null;
  return { type: 'change_person', ...theseBefore(event.changes, paths) };
}

/** Nothing but the record itself: a role is held, or not, whatever the others are. */
export const restsOn = (_event: EventWithChanges<PersonEvent>): readonly string[] => [];
