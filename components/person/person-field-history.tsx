'use client';

import type { GrantableRole } from '@/lib/access';
import type { AppPerson } from '@/lib/person/person';
import type { FieldHistoryProps, FieldsOf } from '../history/field-history-context';
import { FieldHistoryDialog } from '../history/field-history-dialog';

/** "Why is this value here?" of who a person is and of each of their roles. */
export function PersonFieldHistory(props: FieldHistoryProps) {
  return <FieldHistoryDialog {...props} fieldsOf={fieldsOf} />;
}

/** A detail by its leaf, a role as `roles.<role>`. */
const fieldsOf: FieldsOf = (id, label) => {
  const field = { label, paths: [id], read: (person: AppPerson) => textOf(person, id) };
  return { field, among: [field] };
};

function textOf({ roles, ...details }: AppPerson, id: string): string | null {
  const [collection, role] = id.split('.', 2);
  if (collection === 'roles') return roles[role as GrantableRole] ? 'held' : 'not held';
  const value = details[id as keyof typeof details];
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}
