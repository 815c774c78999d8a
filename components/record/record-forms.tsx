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
import { OpenedRecord } from '../history/opened-record';
import { useRecord } from '../history/record-context';
import { loadPart } from '../ui/load-part';
import { showToast } from '../ui/toast';
import type { Choices } from './command-form';
import type { RecordKind } from './record-kind';

interface Forms {
  /** Opens the form of a command. */
  open(type: string): void;
  /** What needs no form: done at once, and told. */
  give(command: { type: string }, done: string): void;
}

const Context = createContext<Forms | null>(null);

export function useForms(): Forms {
  const forms = useContext(Context);
  if (!forms) throw new Error('useForms needs a RecordForms above it.');
  return forms;
}

interface RecordFormsProps<S extends object, C extends { type: string }> {
  kind: RecordKind<S, C>;
  choices: Choices;
  children: ReactNode;
}

interface OpenForm {
  type: string;
  Form: ComponentType<{ onClose(): void }>;
}

/** The forms of a record's commands. Fields, rules and dialog load when somebody opens one. */
export function RecordForms<S extends object, C extends { type: string }>({
  kind,
  choices,
  children,
}: RecordFormsProps<S, C>) {
  const { command, isPast } = useRecord();
  const [shown, setShown] = useState<OpenForm | null>(null);
  // Back may lead into the past while a form is open; nothing can be changed there.
  useEffect(() => {
    if (isPast) setShown(null);
  }, [isPast]);
  const forms = useMemo<Forms>(
    () => ({
      open: async (type) => {
        const Form = await loadPart(() => loadForm(kind, choices, type));
        setShown({ type, Form });
      },
      give: async (given, done) => {
        const result = await command(given);
        if (result.ok) void showToast({ title: done, tone: 'success' });
        else void showToast({ title: result.refusal.message, tone: 'problem' });
      },
    }),
    [command, kind, choices],
  );
  return (
    <Context value={forms}>
      {children}
      {shown ? (
        <OpenedRecord key={shown.type}>
          <shown.Form onClose={() => setShown(null)} />
        </OpenedRecord>
      ) : null}
    </Context>
  );
}

async function loadForm<S extends object, C extends { type: string }>(
  kind: RecordKind<S, C>,
  choices: Choices,
  type: string,
): Promise<OpenForm['Form']> {
  const [forms, { CommandDialog }] = await Promise.all([kind.loadForms(), import('./command-dialog')]);
  const form = forms[type];
  if (!form) throw new Error(`There is no form for ${type}.`);
  return ({ onClose }) => <CommandDialog form={form} choices={choices} onClose={onClose} />;
}
