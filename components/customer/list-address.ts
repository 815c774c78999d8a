import { createLoader, createSerializer, parseAsString } from 'nuqs/server';

/** The state of the list of customers as it stands in the address. */
export const customerListParsers = {
  q: parseAsString.withDefault(''),
  after: parseAsString,
  before: parseAsString,
};

/** Reads the state out of a request's search parameters. */
export const loadCustomerListAddress = createLoader(customerListParsers);

/** The address of the list in a state. */
export const customerListHref = createSerializer(customerListParsers);

const longestSearch = 200;

/** What the database is asked to find. NUL is in no text there, and in no question to it either. */
export function searchOf({ q }: { q: string }): string {
  return q.replaceAll('\0', '').slice(0, longestSearch);
}
