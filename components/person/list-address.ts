import { createLoader, type SearchParams } from 'nuqs/server';
import { momentParsers, searchParser } from '../invoice-list/shared-parsers';
import { unreadParts } from '../unread-parts';

/** The state of the list of people as it stands in the address, in the words of all lists. */
export const peopleParsers = { ...searchParser, ...momentParsers };

/** Reads the state out of a request's search parameters. */
export const loadPeopleAddress = createLoader(peopleParsers);

/** What an address asks for that could not be understood, and so was left out. */
export const unreadPeople = (params: SearchParams): string[] =>
  unreadParts(params, peopleParsers, { asOf: 'moment', sense: 'sense of the moment' });
