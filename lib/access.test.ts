import { expect, it } from 'vitest';
import {
  mayChangeOthersWork,
  mayWrite,
  type Role,
  refusalToBatch,
  refusalToChange,
  roleLabels,
  rolePowers,
  roles,
} from './access';

const may: Record<Role, { write: boolean; changeOthersWork: boolean }> = {
  viewer: { write: false, changeOthersWork: false },
  support: { write: true, changeOthersWork: false },
  manager: { write: true, changeOthersWork: true },
  admin: { write: true, changeOthersWork: true },
};

it.each(roles)('%s may do what the rules say, and has a name', (role) => {
  expect({ write: mayWrite(role), changeOthersWork: mayChangeOthersWork(role) }).toEqual(may[role]);
  expect(roleLabels[role]).toMatch(/^[A-Z]/);
});

it('managers choose many changes to take back; what was done at once whoever did it takes back at once', () => {
  expect(roles.map((role) => refusalToBatch(role, 'matching') === null)).toEqual([false, false, true, true]);
  expect(roles.map((role) => refusalToBatch(role, 'operation') === null)).toEqual([false, true, true, true]);
});

it('only admins manage people, so that nobody grants themselves what they lack', () => {
  expect(roles.filter((role) => refusalToChange(role, 'person') === null)).toEqual(['admin']);
  expect(refusalToChange('manager', 'person')).toContain('only admins manage people');
});

it('what each role may do is told as the rules have it', () => {
  const says = (role: Role, words: string) => rolePowers[role].includes(words);
  expect(roles.filter((role) => says(role, 'changes nothing'))).toEqual(
    roles.filter((role) => !mayWrite(role)),
  );
  expect(says('support', 'own changes')).toBe(!mayChangeOthersWork('support'));
  expect(says('manager', 'anyone’s changes')).toBe(mayChangeOthersWork('manager'));
  expect(says('manager', 'settings')).toBe(refusalToChange('manager', 'company') === null);
  expect(roles.filter((role) => says(role, 'manages people'))).toEqual(
    roles.filter((role) => refusalToChange(role, 'person') === null),
  );
});
