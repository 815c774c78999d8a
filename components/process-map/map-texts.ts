import type { SearchParams } from 'nuqs/server';
import type { MapNumber } from '@/lib/process-map/map-number';
import { hrefWith, isActivity, readTexts, type Texts } from '../analytics/address-texts';
import type { AnalyticsAddress } from '../analytics/analytics-address';

export const mapPath = '/analytics/process-map';

const isPercent = (text: string): boolean => /^(?:\d{1,2}|100)$/.test(text);

/** What the map shows, beside the filters. */
const viewShapes = {
  /** Median times in place of counts. */
  show: (text: string) => text === 'times',
  /** How many of a hundred activities and paths, the most frequent ones. */
  activities: isPercent,
  paths: isPercent,
};

const numberKinds = ['activity', 'path', 'start', 'end', 'variant'];

/** The number whose records are listed. */
const numberShapes = {
  records: (text: string) => numberKinds.includes(text),
  at: isActivity,
  next: isActivity,
  variant: (text: string) => /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text),
};

export type ViewTexts = Texts<keyof typeof viewShapes>;
type NumberTexts = Texts<keyof typeof numberShapes>;

const called = (field: string): string => (field in viewShapes ? field : 'the records to list');

/** What an address shows, which records it lists, and what of it could not be understood. */
export function readMapTexts(params: SearchParams): {
  texts: ViewTexts;
  number: MapNumber | null;
  unread: string[];
} {
  const view = readTexts(params, viewShapes, called);
  const number = readTexts(params, numberShapes, called);
  return {
    texts: view.texts,
    number: numberIn(number.texts),
    unread: [...new Set([...view.unread, ...number.unread])],
  };
}

function numberIn({ records, at, next, variant }: NumberTexts): MapNumber | null {
  switch (records) {
    case 'activity':
    case 'start':
    case 'end':
      return at ? { kind: records, activity: at } : null;
    case 'path':
      return at && next ? { kind: 'path', from: at, to: next } : null;
    case 'variant':
      return variant ? { kind: 'variant', variant } : null;
    default:
      return null;
  }
}

function textsOf(number: MapNumber): Partial<NumberTexts> {
  switch (number.kind) {
    case 'path':
      return { records: 'path', at: number.from, next: number.to };
    case 'variant':
      return { records: 'variant', variant: number.variant };
    default:
      return { records: number.kind, at: number.activity };
  }
}

/** The address of the map in a view, and of the records behind one of its numbers. */
export function mapHref(address: AnalyticsAddress, texts: ViewTexts, number?: MapNumber): string {
  const href = hrefWith(mapPath, address, { ...texts, ...(number && textsOf(number)) });
  return number ? `${href}#records` : href;
}

/** The number of a path, a beginning or an end. */
export function pathNumber(from: string | null, to: string | null): MapNumber {
  if (from === null) return { kind: 'start', activity: to ?? '' };
  return to === null ? { kind: 'end', activity: from } : { kind: 'path', from, to };
}
