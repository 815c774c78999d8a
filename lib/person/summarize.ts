import type { Role } from '../access';
import { type AppPerson, roleOf } from './person';

/** What the sign-in tables hold of a person. */
export interface PersonSummary {
  name: string;
  email: string;
  role: Role;
  active: boolean;
}

export function summarize(person: AppPerson): PersonSummary {
  const { name, email, active } = person;
  return { name, email, role: roleOf(person), active };
}
