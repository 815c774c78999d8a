'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { type DecisionSettings, initialSettings } from '@/lib/decision-settings';

const Context = createContext<DecisionSettings>(initialSettings);

/** Gives every page below it what decisions go by, as the server read it with the page. */
export function CompanyProvider({ company, children }: { company: DecisionSettings; children: ReactNode }) {
  return <Context value={company}>{children}</Context>;
}

/** What the company has settled, its time zone for "today", its currency, who it is; and how far its books are closed. */
export function useCompany(): DecisionSettings {
  return useContext(Context);
}
