import type { GrantableRole, Role } from '../access';

/** One person in the list of people, now or as of a moment. */
export interface PersonListRow {
  id: string;
  /** How many events they had. */
  version: number;
  name: string;
  email: string;
  active: boolean;
  /** What decided what they could do. */
  role: Role;
  roles: readonly GrantableRole[];
  lastEventType: string;
  lastActorName: string;
  /** When they were last changed, ISO 8601. */
  changedAt: string;
  /** Have they chosen a password yet? As it is now, whatever the moment. */
  canSignIn: boolean;
}
