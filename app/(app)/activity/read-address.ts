import 'server-only';
import type { SearchParams } from 'nuqs/server';
import {
  type ActivityAddress,
  addressNames,
  loadActivityAddress,
  unread,
  without,
} from '@/components/activity/activity-address';
import { knownActors } from '@/db/activity-actors';
import type { Database } from '@/db/client';
import { eventTypes } from '@/lib/activity/event-types';

interface ReadAddress {
  /** What could be understood. */
  address: ActivityAddress;
  /** What could not, as the page calls it. */
  unread: readonly string[];
  /** People, types and kinds of record that there are none of. */
  strangers: readonly string[];
}

/** The state of Activity that an address stands for, as far as what it names is there. */
export async function readAddress(db: Pick<Database, 'execute'>, params: SearchParams): Promise<ReadAddress> {
  const address = loadActivityAddress(params);
  const types = eventTypes();
  const known = {
    who: address.who.length > 0 ? await knownActors(db, address.who) : [],
    type: types.map(({ workflow, type }) => `${workflow}.${type}`),
    workflow: types.map(({ workflow }) => workflow),
  };
  const strangersIn = (param: keyof typeof known) =>
    address[param].filter((value) => !known[param].includes(value));
  const named = (['who', 'type', 'workflow'] as const).filter((param) => strangersIn(param).length > 0);
  const strangers = named.flatMap(strangersIn);
  return {
    address: without(address, strangers),
    unread: [...new Set([...named.map((param) => addressNames[param]), ...unread(params)])],
    strangers,
  };
}
