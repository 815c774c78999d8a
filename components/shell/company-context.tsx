'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { type CompanySettings, initialCompany } from '@/lib/company-settings';

const Context = createContext<CompanySettings>(initialCompany);

/** Gives every page below it what the company has settled, as the server read it with the page. */
export function CompanyProvider({ company, children }: { company: CompanySettings; children: ReactNode }) {
  return <Context value={company}>{children}</Context>;
}

/** What the company has settled: its time zone for "today", its currency, who it is. */
export function useCompany(): CompanySettings {
  return useContext(Context);
}
