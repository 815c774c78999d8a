import type { PersonListRow } from '@/lib/person/person-list';
import type { PersonAct } from './person-acts';

/** What stands in a dialog above the list. */
export type PeopleDialog =
  | { kind: 'invite' }
  | { kind: 'link'; row: PersonListRow }
  | { kind: 'act'; row: PersonListRow; act: PersonAct };
