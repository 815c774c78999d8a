import { describe, expect, it } from 'vitest';
import { narrate } from '../event-sourcing/narrate';
import { tellEachWay, tryEachWay, tryUndoLaws } from '../event-sourcing/undo-laws';
import { waysOut } from '../event-sourcing/ways-out';
import { personPayloads } from './events';
import { roleOf } from './person';
import { admins, anyCommand, makeLink, person, ways } from './testing';

const { otto, ada } = admins;
const each = { begin: person, ways, actors: [otto, ada] } as const;

describe('undo', () => {
  tryUndoLaws({ begin: person, commands: anyCommand, actors: [otto, ada], payloads: personPayloads });

  tryEachWay(each);

  it('of the invitation deactivates the person, since the history names them, and redo lets them in again', () => {
    const record = person();
    expect(record.press(otto, 'undo').ok).toBe(true);
    expect(record.log.state).toMatchObject({ name: 'Bob Ekdahl', active: false });
    expect(record.press(otto, 'redo').ok).toBe(true);
    expect(record.log.state.active).toBe(true);
  });

  it('of a wrongly granted role leaves what was granted rightly, before or since', () => {
    const record = person();
    record.command(otto, { type: 'grant_role', role: 'support' });
    record.command(otto, { type: 'grant_role', role: 'admin' });
    record.command(ada, { type: 'grant_role', role: 'manager' });
    expect(roleOf(record.log.state)).toBe('admin');
    expect(record.revertRow(ada, 3).ok).toBe(true);
    expect(record.log.state.roles).toEqual({ support: true, manager: true });
    expect(roleOf(record.log.state)).toBe('manager');
  });

  it('of a role is refused where it was revoked and granted again since', () => {
    const record = person();
    record.command(otto, { type: 'grant_role', role: 'support' });
    record.command(ada, { type: 'revoke_role', role: 'support' });
    record.command(ada, { type: 'grant_role', role: 'support' });
    expect(record.press(otto, 'undo')).toMatchObject({ ok: false, refusal: { code: 'in_the_way' } });
  });

  it('of a name is refused under a later one, and not under another role', () => {
    const record = person();
    record.command(otto, { type: 'change_person', name: 'Bob Lind' });
    record.command(ada, { type: 'grant_role', role: 'support' });
    expect(record.press(otto, 'undo').ok).toBe(true);
    expect(record.log.state).toMatchObject({ name: 'Bob Ekdahl', roles: { support: true } });
    record.press(otto, 'redo');
    record.command(ada, { type: 'change_person', name: 'Bob Berg' });
    const pressed = record.press(otto, 'undo');
    expect(pressed).toMatchObject({ ok: false, refusal: { code: 'in_the_way' } });
    const asker = { actorId: 'otto', mayWrite: true, mayChangeOthersWork: true, settings: record.settings };
    expect(pressed.ok || waysOut(record.log, pressed.refusal, asker)).toMatchObject([
      { action: 'cascade' },
      {
        label: 'Put Bob Ekdahl back as a new change',
        command: { type: 'change_person', name: 'Bob Ekdahl' },
      },
    ]);
  });

  it('of a password link withdraws it, and is in the way of nothing', () => {
    const record = person();
    record.command(otto, makeLink);
    expect(narrate(record.log, 2).sentence).toBe('made Bob Ekdahl a password link');
    const before = record.log.state;
    const undone = record.press(otto, 'undo');
    expect(undone.ok && undone.plan.consequences).toEqual([
      'The link works no more. A password that was chosen with it stays.',
    ]);
    expect(record.events.at(-1)).toMatchObject({
      type: 'password_link_withdrawn',
      payload: { linkId: makeLink.linkId },
    });
    expect(record.press(otto, 'redo').ok).toBe(true);
    expect(record.log.state).toEqual(before);
    record.press(otto, 'undo');
    // Then the invitation, as if no link had been made.
    expect(record.press(otto, 'undo').ok).toBe(true);
    expect(record.log.state.active).toBe(false);
    expect(record.command(otto, makeLink)).toBe(false);
  });

  it('says what it does not do', () => {
    const record = person();
    record.command(otto, { type: 'grant_role', role: 'manager' });
    const undone = record.press(otto, 'undo');
    expect(undone.ok && undone.plan.consequences).toEqual([
      'What they did with the role stays; each of those changes has an undo of its own.',
    ]);
  });
});

describe('in words', () => {
  tellEachWay(each);

  it('a new name alone is one', () => {
    const record = person();
    record.command(otto, { type: 'change_person', name: 'Bob Lind' });
    expect(narrate(record.log, 2).sentence).toBe('renamed Bob Ekdahl to Bob Lind');
    record.command(otto, { type: 'change_person', email: 'lind@example.com' });
    expect(narrate(record.log, 3).sentence).toBe('changed Bob Lind’s email address');
  });

  it('an invitation names the person and what they sign in with', () => {
    const narration = narrate(person().log, 1);
    expect(narration.sentence).toBe('invited Bob Ekdahl');
    expect(narration.changes.map(({ label, to }) => [label, to])).toEqual([
      ['Name', 'Bob Ekdahl'],
      ['Email', 'bob@example.com'],
      ['May sign in', 'yes'],
    ]);
  });
});
