'use client';

import {
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { Field } from '@/lib/event-sourcing/field-history';
import { loadPart } from '../ui/load-part';
import { useRecord } from './record-context';

/** A field as the document names it: what its workflow finds it by, and what people read. */
export interface AskedField {
  id: string;
  label: string;
  /** Of what, where the document has several: "Rye flour, 25 kg". */
  of?: string | undefined;
}

/** "Price, Rye flour, 25 kg". */
export const nameOf = ({ label, of }: Pick<AskedField, 'label' | 'of'>): string =>
  of ? `${label}, ${of}` : label;

/** What a workflow knows by the id of a field: the field, and those that can be asked about in its place. */
export type FieldsOf = (id: string, label: string) => { field: Field; among: readonly Field[] };

export interface FieldHistoryProps {
  asked: AskedField;
  onGoTo(version: number): void;
  onClose(): void;
}

/** Loads the dialog with the fields of one workflow. */
export type LoadFieldHistory = () => Promise<ComponentType<FieldHistoryProps>>;

interface FieldHistory {
  ask(field: AskedField): void;
  /** Ahead of need. */
  load(): void;
}

const Context = createContext<FieldHistory | null>(null);

/** What `FieldHistoryProvider` provides. Throws outside of one. */
export function useFieldHistory(): FieldHistory {
  const fieldHistory = useContext(Context);
  if (!fieldHistory) throw new Error('useFieldHistory needs a FieldHistoryProvider above it.');
  return fieldHistory;
}

interface FieldHistoryProviderProps {
  /** The same function from one rendering to the next. */
  load: LoadFieldHistory;
  /** An event is about to be shown in the history: that must be on the page. */
  onGoTo(): void;
  children: ReactNode;
}

/** "Why is this value here?" for every value of the document: one dialog, loaded when somebody asks. */
export function FieldHistoryProvider({ load, onGoTo, children }: FieldHistoryProviderProps) {
  const { show, log, loadBack, failed } = useRecord();
  const [asked, setAsked] = useState<AskedField | null>(null);
  const [Dialog, setDialog] = useState<ComponentType<FieldHistoryProps> | null>(null);
  const value = useMemo<FieldHistory>(
    () => ({
      ask: (field) => {
        loadBack(1);
        setAsked(field);
        void loadPart(load).then((component) => setDialog(() => component));
      },
      // Whoever needs it hears of a failure.
      load: () => void load().catch(() => undefined),
    }),
    [load, loadBack],
  );
  // What made a value may lie as far back as the creation.
  const isWhole = log.start.version === 0;
  useEffect(() => {
    if (!asked || isWhole) return;
    if (failed) setAsked(null);
  }, [asked, isWhole, failed]);
  const goTo = (version: number) => {
    setAsked(null);
    onGoTo();
    show(version);
  };
  return (
    <Context value={value}>
      {children}
      {asked && Dialog && isWhole ? (
        <Dialog asked={asked} onGoTo={goTo} onClose={() => setAsked(null)} />
      ) : null}
    </Context>
  );
}
