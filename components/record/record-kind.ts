import type { ReactNode } from 'react';
import type { AnyWorkflow, CommandRefusal } from '@/lib/event-sourcing/workflow';
import type { RecordWords } from '@/lib/field-words';
import type { BadgeTone } from '../ui/badge';
import type { CommandForm } from './command-form';

/** What may be asked of a record from its page. */
export interface RecordAction<C extends { type: string }> {
  type: C['type'];
  /** On its button and in the menu: "Cancel the subscription". */
  label: string;
  icon?: ReactNode;
  /** Given at once, and told. Without it the form of this command opens. */
  atOnce?: { command: C; done: string };
}

/**
 * What the page of one workflow's records needs to know beside the workflow itself. Everything else about such a page is
 * the same for all of them: see record-page.tsx.
 */
export interface RecordKind<S extends object, C extends { type: string }> {
  /** Named by its page: the registry would bring the rules of every workflow to the browser. */
  workflow: AnyWorkflow;
  /** Where its list is. */
  list: { href: string; label: string };
  /** The words of all fields that any of these states has. */
  words(...states: readonly S[]): RecordWords<S>;
  title(state: S): string;
  status(state: S): { label: string; tone: BadgeTone };
  /** Paths that have words and no place in the document: its title, or what the status says. */
  elsewhere: readonly string[];
  /** What the children of a collection come to, beside their heading; null where they come to nothing. */
  sumOf?(collection: string, state: S): string | null;
  /** Where a value of the document leads to, by its path. */
  hrefOf(path: string, state: S): string | null;
  /** In the order of the menu; the first that can be done is the button. */
  actions: readonly RecordAction<C>[];
  refusalOf(type: C['type'], state: S): CommandRefusal | null;
  /** The forms of its commands by type, loaded when one is opened. */
  loadForms(): Promise<Readonly<Record<string, CommandForm<S, C>>>>;
}
