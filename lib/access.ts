/**
 * Who may do what: the one place where roles turn into permissions.
 *
 * The server checks every action here; the browser asks the same functions so that a control which would be
 * refused is shown disabled, with the reason, before anybody clicks it. The rules are "Who" of the undo rules:
 * viewers read; support writes and takes back its own changes; managers and admins take back anyone's.
 */
export const roles = ['viewer', 'support', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

/** The roles that are granted to somebody and revoked again. Looking is everybody's who may sign in. */
export const grantableRoles = ['support', 'manager', 'admin'] as const satisfies readonly Role[];
export type GrantableRole = (typeof grantableRoles)[number];

export const roleLabels: Record<Role, string> = {
  viewer: 'Viewer',
  support: 'Support',
  manager: 'Manager',
  admin: 'Admin',
};

/** What each role may do, for whoever grants it, and for whoever asks what somebody could do. */
export const rolePowers: Record<Role, string> = {
  viewer: 'Looks at everything, changes nothing.',
  support: 'Changes records, takes back own changes.',
  manager: 'Changes records, takes back anyone’s changes, approves requests, changes settings.',
  admin: 'Does all that a manager does, and manages people.',
};

/** A signed-in person, as every permission check needs them. */
export interface Person {
  id: string;
  name: string;
  role: Role;
}

/** Why somebody whose role only reads can't do something, and what to do about it; the same words everywhere. */
export const readOnlyReason =
  'Your role lets you look at everything, but not change it. Ask an admin for the support role.';

/** May this role change business records at all? */
export function mayWrite(role: Role): boolean {
  return role !== 'viewer';
}

/** The workflows that all other records go by. */
const everyones = new Set(['company', 'books']);

const settingsReason =
  'Everyone may look at the company’s settings; managers and admins may change them. Ask one of them.';

const peopleReason = 'Everyone may look at who may do what; only admins manage people. Ask one of them.';

/** Why this role can't change the records of a workflow, or null if it can. */
export function refusalToChange(role: Role, workflow: string): string | null {
  if (workflow === 'person') return role === 'admin' ? null : peopleReason;
  if (!mayWrite(role)) return readOnlyReason;
  // What everyone's records go by is not everyone's to change.
  return everyones.has(workflow) && !mayChangeOthersWork(role) ? settingsReason : null;
}

/**
 * Why this role can't take many changes back at once, or null if it can. What was done at once can be taken back at once by
 * whoever did it; choosing from everybody's changes is for managers.
 */
export function refusalToBatch(role: Role, selection: 'operation' | 'matching' | 'chosen'): string | null {
  if (!mayWrite(role)) return readOnlyReason;
  if (selection === 'operation' || mayChangeOthersWork(role)) return null;
  return 'Only a manager can choose many changes to take back at once. Ask one, or undo what you did to many records from any of them.';
}

/** Why this role can't bring in files, or null if it can: what is imported is in everybody's lists. */
export function refusalToImport(role: Role): string | null {
  return mayChangeOthersWork(role)
    ? null
    : 'Only a manager or an admin can import files: what they hold is in everybody’s lists. Ask one.';
}

/** May this role take back, or re-apply, what somebody else did? */
export function mayChangeOthersWork(role: Role): boolean {
  return role === 'manager' || role === 'admin';
}

/** May this role have the log checked, and what is derived from it counted anew? */
export function mayRebuild(role: Role): boolean {
  return role === 'admin';
}
