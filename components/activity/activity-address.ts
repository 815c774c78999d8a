import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
  type SearchParams,
} from 'nuqs/server';
import {
  type ActivityFilters,
  type ActivityQuery,
  activityKinds,
  causes,
} from '@/lib/activity/activity-query';
import { isSensible } from '@/lib/activity/time-range';
import { unreadParts } from '../unread-parts';

/**
 * The state of Activity as it stands in the address, so that reload, Back and a copied link restore it:
 * `?who=ana,bob&kind=money&from=2026-11-10T13:00:00.000Z&after=...`. What makes no sense there counts as not given, and
 * `unread` names it.
 */

/** An instant with its offset, kept in UTC. */
const parseAsInstant = createParser<string>({
  parse: (text) => {
    const at = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : null;
    return at && isSensible(at) ? at.toISOString() : null;
  },
  serialize: (instant) => instant,
});

const parseAsShape = (shape: RegExp) =>
  createParser<string>({ parse: (text) => (shape.test(text) ? text : null), serialize: (text) => text });

// Whatever can be an id, but for what is in no text of the database.
const parseAsId = parseAsShape(/^[^\0\p{Surrogate}]{1,200}$/u);
const parseAsName = parseAsShape(/^[a-z][a-z0-9_]{0,60}$/);
const parseAsType = parseAsShape(/^[a-z][a-z0-9_]{0,60}\.[a-z][a-z0-9_]{0,60}$/);
const parseAsUuid = parseAsShape(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

export const activityParsers = {
  who: parseAsArrayOf(parseAsId).withDefault([]),
  kind: parseAsArrayOf(parseAsStringLiteral(activityKinds)).withDefault([]),
  type: parseAsArrayOf(parseAsType).withDefault([]),
  workflow: parseAsArrayOf(parseAsName).withDefault([]),
  cause: parseAsArrayOf(parseAsStringLiteral(causes)).withDefault([]),
  record: parseAsUuid,
  from: parseAsInstant,
  to: parseAsInstant,
  /** The saved view that was opened. */
  view: parseAsUuid,
  after: parseAsString,
  before: parseAsString,
};

export type ActivityAddress = inferParserType<typeof activityParsers>;

/** Reads the state out of search parameters. */
export const loadActivityAddress = createLoader(activityParsers);

/** The address of Activity in a state, leaving out what is the default. */
export const activityHref = createSerializer(activityParsers);

/** The state as a saved view keeps it: without the page that is read, and without which view it came from. */
export const activityView = (address: ActivityAddress): string =>
  activityHref('', { ...address, view: null, after: null, before: null });

/** What each parameter is called on the page; cursors and ids of views are nothing that anybody writes. */
export const addressNames: Record<Exclude<keyof ActivityAddress, 'view' | 'after' | 'before'>, string> = {
  who: 'person',
  kind: 'kind',
  type: 'type',
  workflow: 'records',
  cause: 'cause',
  record: 'record',
  from: 'time from',
  to: 'time to',
};

/** What an address asks for that could not be understood, and so was left out. */
export function unread(params: SearchParams): string[] {
  return unreadParts(params, activityParsers, addressNames);
}

/** The state without people, types and kinds of record that there are none of. */
export function without(address: ActivityAddress, strangers: readonly string[]): ActivityAddress {
  const known = (values: string[]) => values.filter((value) => !strangers.includes(value));
  return {
    ...address,
    who: known(address.who),
    type: known(address.type),
    workflow: known(address.workflow),
  };
}

/** More of one filter than anybody chooses by hand. */
const mostChoices = 100;

/** What the state leaves out of the feed. */
export function filtersOf(address: ActivityAddress): ActivityFilters {
  return {
    actors: address.who.slice(0, mostChoices),
    kinds: address.kind,
    types: address.type.slice(0, mostChoices),
    workflows: address.workflow.slice(0, mostChoices),
    causes: address.cause,
    record: address.record,
    from: address.from,
    to: address.to,
  };
}

/** What the database is asked for in this state. */
export function queryOf(address: ActivityAddress): ActivityQuery {
  return { ...filtersOf(address), after: address.after, before: address.before };
}
