import type { SearchParams } from 'nuqs/server';
import type { AnalyticsAddress } from './analytics-address';

/** Fields of a page's own beside the filters: as text in its address and its form, empty where there is none. */
export type Texts<Field extends string> = Record<Field, string>;

/** The texts that an address gives for some fields, those that have the shape; and which could not be understood. */
export function readTexts<Field extends string>(
  params: SearchParams,
  fields: Readonly<Record<Field, (text: string) => boolean>>,
  called: (field: NoInfer<Field>) => string,
): { texts: Texts<Field>; unread: string[] } {
  const texts = {} as Texts<Field>;
  const unread: string[] = [];
  for (const field of Object.keys(fields) as Field[]) {
    const given = params[field];
    const text = (Array.isArray(given) ? given[0] : given) ?? '';
    texts[field] = text !== '' && fields[field](text) ? text : '';
    if (text !== '' && texts[field] === '') unread.push(called(field));
  }
  return { texts, unread };
}

/** An address with filters and what is given of these texts. */
export function hrefWith(
  path: string,
  address: Partial<AnalyticsAddress>,
  texts: Readonly<Record<string, string>> = {},
): string {
  const filters = Object.entries(address).map(([name, value]) => [name, value === null ? '' : String(value)]);
  const params = new URLSearchParams(
    [...filters, ...Object.entries(texts)].filter(([, text]) => text !== ''),
  );
  return params.size > 0 ? `${path}?${params}` : path;
}

/** What an act may be called: whatever is in a text of the database. */
export const isActivity = (text: string): boolean => text.length <= 300 && !/[\0\p{Surrogate}]/u.test(text);
