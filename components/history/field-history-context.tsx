'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import type { Field } from '@/lib/event-sourcing/field-history';
import { loadPart } from '../ui/load-part';
import type { FieldChoice } from './field-history-choice';
import { useRecord } from './record-context';

const loadDialog = () => import('./field-history-dialog').then((module) => module.FieldHistoryDialog);
const FieldHistoryDialog = dynamic(() => loadPart(loadDialog), { ssr: false });

/** Ahead of need; whoever needs it hears of a failure. */
export const loadFieldHistory = () => void loadDialog().catch(() => undefined);

interface Asked {
  field: Field;
  among: readonly FieldChoice[];
}

const Context = createContext<((field: Field, among: readonly FieldChoice[]) => void) | null>(null);

/** Opens the history of one field, and of those that are asked about with it. */
export function useFieldHistory(): (field: Field, among: readonly FieldChoice[]) => void {
  const ask = useContext(Context);
  if (!ask) throw new Error('useFieldHistory needs a FieldHistoryProvider above it.');
  return ask;
}

interface FieldHistoryProviderProps {
  /** An event is about to be shown in the history: that must be on the page. */
  onGoTo(): void;
  children: ReactNode;
}

/** "Why is this value here?" for every value of the document: one dialog, loaded when somebody asks. */
export function FieldHistoryProvider({ onGoTo, children }: FieldHistoryProviderProps) {
  const { show } = useRecord();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback((field: Field, among: readonly FieldChoice[]) => setAsked({ field, among }), []);
  const goTo = (version: number) => {
    setAsked(null);
    onGoTo();
    show(version);
  };
  return (
    <Context value={ask}>
      {children}
      {asked ? <FieldHistoryDialog {...asked} onGoTo={goTo} onClose={() => setAsked(null)} /> : null}
    </Context>
  );
}
