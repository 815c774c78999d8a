'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { loadPart } from '../ui/load-part';

const CompareDialog = dynamic(
  () => loadPart(() => import('./compare-dialog').then((module) => module.CompareDialog)),
  { ssr: false },
);

const Context = createContext<((version: number) => void) | null>(null);

/** Opens the comparison of a version with now. Throws outside of a `CompareProvider`. */
export function useCompare(): (version: number) => void {
  const compare = useContext(Context);
  if (!compare) throw new Error('useCompare needs a CompareProvider above it.');
  return compare;
}

/** "Compare with now" for every event and for the moment in view: one dialog, loaded when somebody asks. */
export function CompareProvider({ children }: { children: ReactNode }) {
  const [from, compare] = useState<number | null>(null);
  return (
    <Context value={compare}>
      {children}
      {from === null ? null : <CompareDialog from={from} onClose={() => compare(null)} />}
    </Context>
  );
}
