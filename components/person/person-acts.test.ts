import { describe, expect, it } from 'vitest';
import type { AppPerson } from '@/lib/person/person';
import { actsOf } from './person-acts';

const bob: AppPerson = {
  id: 'bob',
  name: 'Bob Ekdahl',
  email: 'bob@example.com',
  active: true,
  roles: { support: true },
};
const reasons = (person: AppPerson, locked: string | null = null, admins: readonly string[] = ['otto']) =>
  Object.fromEntries(
    actsOf(person, { locked, admins }).map(({ label, disabledReason }) => [label, disabledReason]),
  );

describe('what can be done to a person', () => {
  it('is to revoke what they hold, grant what they lack, and let them go', () => {
    expect(reasons(bob)).toEqual({
      'Revoke support role': null,
      'Grant manager role': null,
      'Grant admin role': null,
      Deactivate: null,
    });
  });

  it('is told with its reason where it can’t be done', () => {
    expect(new Set(Object.values(reasons(bob, 'Only admins.')))).toEqual(new Set(['Only admins.']));
  });

  it('is little while they are deactivated: first they are let in again', () => {
    expect(reasons({ ...bob, active: false })).toEqual({
      'Revoke support role': null,
      'Grant manager role': expect.stringContaining('Reactivate them first'),
      'Grant admin role': expect.stringContaining('Reactivate them first'),
      Reactivate: null,
    });
  });

  it('leaves the last admin one', () => {
    const otto = { ...bob, id: 'otto', roles: { support: true, admin: true } as const };
    expect(reasons(otto)).toMatchObject({
      'Revoke support role': null,
      'Revoke admin role': expect.stringContaining('last admin'),
      Deactivate: expect.stringContaining('last admin'),
    });
    expect(reasons(otto, null, ['otto', 'ada'])).toMatchObject({
      'Revoke admin role': null,
      Deactivate: null,
    });
  });
});
