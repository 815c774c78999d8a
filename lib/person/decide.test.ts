import { describe, expect, it } from 'vitest';
import { decideCommand } from '../event-sourcing/append';
import { given } from '../event-sourcing/testing';
import { type PersonCommand, personCommand } from './commands';
import type { PersonEvent } from './events';
import { roleOf } from './person';
import { admins, invitation, invited, makeLink, person, personId, ways } from './testing';
import { personWorkflow } from './workflow';

const when = (command: PersonCommand, ...before: PersonEvent[]) =>
  given(personWorkflow, [invited, ...before]).when(command);
const granted = (role: 'support' | 'manager' | 'admin'): PersonEvent => ({
  type: 'role_granted',
  payload: { role },
});
const revoked = (role: 'support' | 'manager' | 'admin'): PersonEvent => ({
  type: 'role_revoked',
  payload: { role },
});
const deactivated: PersonEvent = { type: 'person_deactivated', payload: {} };

describe('inviting', () => {
  it('holds who they are, and nothing of what they sign in with', () => {
    expect(given(personWorkflow, []).when(invitation).events).toEqual([invited]);
  });

  it('grants the role in the same action, for which nothing is granted to who only looks', () => {
    const asked: PersonCommand = { ...invitation, role: 'manager' } as PersonCommand;
    expect(given(personWorkflow, []).when(asked).events).toEqual([invited, granted('manager')]);
  });

  it('happens once', () => {
    expect(when(invitation).refusal?.code).toBe('exists_already');
  });

  it.each(Object.values(ways).map(([, ...commands]) => commands.at(-1) as PersonCommand))(
    'comes before $type',
    (command) => {
      expect(given(personWorkflow, []).when(command).refusal?.code).toBe('not_found');
    },
  );
});

describe('roles', () => {
  it('come and go one by one; what somebody may do is what the highest allows', () => {
    const history = [invited, granted('support'), granted('admin'), granted('manager'), revoked('admin')];
    const highest = history.map((_, index) =>
      roleOf(given(personWorkflow, history.slice(0, index + 1)).state),
    );
    expect(highest).toEqual(['viewer', 'support', 'admin', 'admin', 'manager']);
  });

  it('change nothing the second time', () => {
    expect(when({ type: 'grant_role', role: 'support' }).events).toEqual([granted('support')]);
    expect(when({ type: 'grant_role', role: 'support' }, granted('support')).events).toEqual([]);
    expect(when({ type: 'revoke_role', role: 'support' }).events).toEqual([]);
    expect(when({ type: 'revoke_role', role: 'support' }, granted('support')).events).toEqual([
      revoked('support'),
    ]);
  });

  it('are granted to nobody who is deactivated, with the way there; but revoked', () => {
    expect(when({ type: 'grant_role', role: 'admin' }, deactivated).refusal).toMatchObject({
      code: 'deactivated',
      alternatives: [{ action: 'reactivate_person' }],
    });
    expect(when({ type: 'revoke_role', role: 'admin' }, granted('admin'), deactivated).events).toEqual([
      revoked('admin'),
    ]);
  });
});

describe('changing who they are', () => {
  it('holds only what differs, and nothing where nothing does', () => {
    expect(when({ type: 'change_person', name: 'Bob Lind', email: 'bob@example.com' }).events).toEqual([
      { type: 'person_details_changed', payload: { name: 'Bob Lind' } },
    ]);
    expect(when({ type: 'change_person', name: 'Bob Ekdahl' })).toEqual({ events: [], refusal: undefined });
  });
});

describe('deactivating', () => {
  it('and reactivating keep the roles, and change nothing the second time', () => {
    expect(when({ type: 'deactivate_person' }, granted('support')).events).toEqual([deactivated]);
    expect(when({ type: 'deactivate_person' }, deactivated).events).toEqual([]);
    expect(when({ type: 'reactivate_person' }).events).toEqual([]);
    expect(given(personWorkflow, [invited, granted('support'), deactivated]).state.roles).toEqual({
      support: true,
    });
  });
});

describe('the last admin', () => {
  const context = { now: '', today: '', actor: admins.otto, mayApprove: true, reason: null };
  const decided = (command: PersonCommand, among: readonly string[]) => {
    const { state } = given(personWorkflow, [invited, granted('admin')]);
    const settings = { ...personWorkflow.initialSettings, admins: among };
    return decideCommand(personWorkflow, state, command, { ...context, settings });
  };
  const removals: PersonCommand[] = [{ type: 'revoke_role', role: 'admin' }, { type: 'deactivate_person' }];

  it.each(removals)('is not removed by $type', (command) => {
    expect(decided(command, [personId])).toMatchObject({
      kind: 'refused',
      refusal: { code: 'last_admin', message: expect.stringContaining('somebody else first') },
    });
    expect(decided(command, [personId, 'otto']).kind).toBe('events');
  });

  it('may lose another role, and another person any', () => {
    expect(decided({ type: 'grant_role', role: 'support' }, [personId]).kind).toBe('events');
    const bob = person(['otto']);
    expect(bob.command(admins.otto, { type: 'grant_role', role: 'manager' })).toBe(true);
    expect(bob.command(admins.otto, { type: 'deactivate_person' })).toBe(true);
  });

  it('stays through undo, redo, restore and the undo of their invitation', () => {
    const bob = person();
    bob.command(admins.otto, { type: 'grant_role', role: 'admin' });
    bob.settings = { ...personWorkflow.initialSettings, admins: [personId] };
    const stays = { ok: false, refusal: { code: 'invariant', violations: [{ code: 'last_admin' }] } };
    expect(bob.press(admins.otto, 'undo')).toMatchObject(stays);
    expect(bob.revertRow(admins.ada, 2)).toMatchObject(stays);
    expect(bob.revertRow(admins.ada, 1).ok).toBe(false);
    const restored = bob.revert(admins.ada, { button: 'restore', version: 1 });
    expect(restored.ok && restored.plan.reverts.length > 0).toBe(false);
    expect(bob.log.state.roles.admin).toBe(true);
  });

  it('stays when a role that was revoked and granted again is to be revoked by redo', () => {
    const bob = person();
    bob.command(admins.otto, { type: 'grant_role', role: 'admin' });
    bob.command(admins.otto, { type: 'revoke_role', role: 'admin' });
    bob.press(admins.otto, 'undo');
    bob.settings = { ...personWorkflow.initialSettings, admins: [personId] };
    expect(bob.press(admins.otto, 'redo').ok).toBe(false);
    expect(bob.log.state.roles.admin).toBe(true);
  });
});

describe('what a page may send', () => {
  it.each([
    { ...invitation, name: '   ' },
    { ...invitation, name: 'x'.repeat(201) },
    { ...invitation, email: 'bob' },
    { ...invitation, email: `${'x'.repeat(250)}@example.com` },
    { ...invitation, email: 'a\0b@example.com' },
    { ...invitation, personId: 'p1' },
    { ...invitation, role: 'owner' },
    { type: 'grant_role', role: 'viewer' },
    { type: 'grant_role' },
    { type: 'delete_person' },
    // Without a link there is nothing to tell.
    makeLink,
  ])('is not %j', (command) => {
    expect(personCommand.safeParse(command).success).toBe(false);
  });

  it('is everything that leads somewhere, addresses in lower case', () => {
    for (const [, ...commands] of Object.values(ways))
      for (const command of commands) expect(personCommand.parse(command)).toEqual(command);
    expect(personCommand.parse({ ...invitation, email: ' Bob@Example.COM ' })).toEqual(invitation);
  });
});
