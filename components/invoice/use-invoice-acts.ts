'use client';

import { createContext, useContext } from 'react';
import type { InvoiceAction } from '@/lib/invoice/next-action';

export interface InvoiceActs {
  /** Does what a button asks for, or opens its form. `childId`: the part of the invoice that it is about. */
  act(action: InvoiceAction, childId?: string): void;
  /** A copy is being made. */
  duplicating: boolean;
}

/** Filled by `InvoiceDialogs`. */
export const InvoiceActsContext = createContext<InvoiceActs | null>(null);

/** The way to everything that can be done to the invoice. Throws outside of `InvoiceDialogs`. */
export function useInvoiceActs(): InvoiceActs {
  const acts = useContext(InvoiceActsContext);
  if (!acts) throw new Error('useInvoiceActs needs InvoiceDialogs above it.');
  return acts;
}
