import { createLoader, createSerializer, parseAsString } from 'nuqs/server';

/** The state of the list of customers as it stands in the address. */
export const customerListParsers = {
  q: parseAsString.withDefault(''),
  after: parseAsString,
  before: parseAsString,
};

/** Reads the state out of a request's search parameters. */
export const loadCustomerListAddress = createLoader(customerListParsers);

const longestSearch = 200;

/** What the database is asked for. NUL is in no text of it, and in no question to it either. */
export const searchOf = ({ q }: { q: string }): string => q.replaceAll('\0', '').slice(0, longestSearch);

/** The address of the list in a state. */
export const customerListHref = createSerializer(customerListParsers);
