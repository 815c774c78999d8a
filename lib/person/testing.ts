import { grantableRoles } from '../access';
import { RecordBuilder } from '../event-sourcing/record-builder';
import type { PersonCommand } from './commands';
import type { PersonEvent } from './events';
import type { AppPerson } from './person';
import { personWorkflow } from './workflow';

/** Admins that tests let act. */
export const admins = {
  otto: { id: 'otto', kind: 'user', name: 'Otto Brandt' },
  ada: { id: 'ada', kind: 'user', name: 'Ada Field' },
} as const;

export const personId = '00000000-0000-4000-8000-000000000001';
const details = { personId, name: 'Bob Ekdahl', email: 'bob@example.com' };

/** The event everybody begins with. */
export const invited: PersonEvent = { type: 'person_invited', payload: details };
/** The command that leads to it, and to nothing else. */
export const invitation: PersonCommand = { type: 'invite_person', ...details, role: 'viewer' };

/** Bob, whom Otto invited as event 1, at a company with these admins. */
export function person(among: readonly string[] = ['otto', 'ada']): RecordBuilder<AppPerson, PersonCommand> {
  const record = new RecordBuilder<AppPerson, PersonCommand>(personWorkflow, personId);
  record.settings = { ...personWorkflow.initialSettings, admins: among };
  record.command(admins.otto, invitation);
  return record;
}

/** Commands that lead up to each event, the last one to the event itself, with how it is told. */
export const ways: Record<
  Exclude<PersonEvent['type'], 'person_invited' | 'password_link_made' | 'password_link_withdrawn'>,
  [string, ...PersonCommand[]]
> = {
  person_details_changed: [
    'changed Bob Ekdahl’s name and email address',
    { type: 'change_person', name: 'Bob Lind', email: 'bob.lind@example.com' },
  ],
  role_granted: ['granted Bob Ekdahl the manager role', { type: 'grant_role', role: 'manager' }],
  role_revoked: [
    'revoked Bob Ekdahl’s admin role',
    { type: 'grant_role', role: 'admin' },
    { type: 'revoke_role', role: 'admin' },
  ],
  person_deactivated: ['deactivated Bob Ekdahl', { type: 'deactivate_person' }],
  person_reactivated: [
    'reactivated Bob Ekdahl',
    { type: 'deactivate_person' },
    { type: 'reactivate_person' },
  ],
};

/** Whoever makes the link gives it. */
export const makeLink = {
  type: 'make_password_link',
  linkId: '00000000-0000-4000-8000-000000000002',
} as const;

/** What may be asked of Bob at random. */
export const anyCommand: readonly PersonCommand[] = [
  { type: 'change_person', name: 'Bob Lind' },
  { type: 'change_person', name: 'Bob Ekdahl' },
  ...grantableRoles.flatMap((role): PersonCommand[] => [
    { type: 'grant_role', role },
    { type: 'revoke_role', role },
  ]),
  { type: 'deactivate_person' },
  { type: 'reactivate_person' },
  makeLink,
];
