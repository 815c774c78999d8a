import { expect, it } from 'vitest';
import { mayChangeOthersWork, mayWrite, type Role, refusalToBatch, roleLabels, roles } from './access';

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
