import type { SearchParams } from 'nuqs/server';

/** Reads one parameter; null where its text makes no sense. */
interface Reader {
  parse(text: string): unknown;
}

/**
 * What an address asks for that could not be understood, and so was left out.
 *
 * @param readers for each parameter that is looked at
 * @param names what each of them is called on the page
 */
export function unreadParts<P extends string>(
  params: SearchParams,
  readers: Readonly<Record<NoInfer<P>, Reader>>,
  names: Readonly<Record<P, string>>,
): string[] {
  return Object.entries<string>(names).flatMap(([param, name]) => {
    const given = params[param];
    const text = Array.isArray(given) ? given[0] : given;
    if (!text) return [];
    const read = readers[param as P].parse(text);
    // Of a list, what could be read is kept.
    const partly = Array.isArray(read) && read.length < text.split(',').length;
    return read === null || partly ? [name] : [];
  });
}
