import { createParser, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { pastSenses } from '@/lib/past-sense';
import { isDayText, isIdText, isInstantText } from './address-texts';

/** The parts of an address that every list writes in the same words. */

/** What is taken as it is, if it has the shape. */
export const parseAsText = (isOne: (text: string) => boolean) =>
  createParser<string>({ parse: (text) => (isOne(text) ? text : null), serialize: (text) => text });

/** What is looked for. */
export const searchParser = { q: parseAsString.withDefault('') };

/** Which moment the list is of. */
export const momentParsers = {
  /** A day, of which the end is meant, or an instant. */
  asOf: parseAsText((text) => isDayText(text) || isInstantText(text)),
  /** In which sense that moment is meant. */
  sense: parseAsStringLiteral(pastSenses).withDefault('was'),
};

/** What is no part of a saved view: which of them was opened, and which page is read. */
export const placeParsers = {
  view: parseAsText(isIdText),
  after: parseAsString,
  before: parseAsString,
};

/** No view and the first page. */
export const noPlace = { view: null, after: null, before: null };
