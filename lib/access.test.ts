import { expect, it } from 'vitest';
import { mayChangeOthersWork, mayWrite, type Role, roleLabels, roles } from './access';

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
