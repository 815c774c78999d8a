import type { MenuItem } from '@/components/ui/menu-items';

/** What can be done on the page in view, asked for when somebody wants to see it. */
export type Offer = () => readonly MenuItem[];

/** Who offers it: the record's history, what is the record's own, or the views of a list. */
export type OfferSource = 'history' | 'record' | 'views';

export type Offers = Partial<Record<OfferSource, Offer>>;

/** What the pages have to offer at the moment. Costs nothing while nobody looks. */
export interface OfferStore {
  set(source: OfferSource, offer: Offer | undefined): void;
  read(): Offers;
  subscribe(listener: () => void): () => void;
}

export function createOffers(): OfferStore {
  let offers: Offers = {};
  const listeners = new Set<() => void>();
  return {
    set(source, offer) {
      offers = { ...offers, [source]: offer };
      for (const listener of listeners) listener();
    },
    read: () => offers,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * Everything that a record offers, the history's first. At first sight, before anybody has asked for something by its name, without
 * those of the record's own actions that can't be done: an invoice has twenty, and would bury everything else.
 */
export const offered = (offers: Offers, atFirstSight: boolean): readonly MenuItem[] => [
  ...(offers.history?.() ?? []),
  ...(offers.record?.() ?? []).filter(
    (item) => !(atFirstSight && 'disabledReason' in item && item.disabledReason),
  ),
];
