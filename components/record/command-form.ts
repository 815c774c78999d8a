import type * as z from 'zod/mini';

/** One field of a form. */
export interface FormField {
  name: string;
  label: string;
  kind: 'text' | 'textarea' | 'day' | 'choice';
  /** What stands in it at first. */
  value: string;
  description?: string;
  options?: readonly { value: string; label: string }[];
}

/** What a form may know beside the record's state. */
export interface FormContext {
  /** The company's calendar day. */
  today: string;
  /** An id for what is new, the same for as long as the form is open. */
  newId: string;
  /** Records that this one may be linked to, read with the page: by name of the choice. */
  choices: Choices;
}

export type Choices = Readonly<Record<string, readonly { value: string; label: string }[]>>;

type TypedFields = z.ZodMiniObject<Record<string, z.ZodMiniType>>;

interface FormTexts {
  title: string;
  description?: string;
  /** The button that does it. */
  action: string;
  danger?: boolean;
  /** Said when it is done. */
  done: string;
}

/** The form of one command of a record. */
export interface CommandForm<S, C> extends FormTexts {
  fields(state: S, context: FormContext): readonly FormField[];
  /** What may be typed; its output is what `toCommand` takes. */
  schema(state: S): TypedFields;
  toCommand(valid: never, state: S, context: FormContext): C;
  /** Where a field's path in the command differs from its name in the form. */
  fieldOf?(path: string): string;
}

/** A form whose command is made of what its own schema lets through. */
export function commandForm<S, C, Schema extends TypedFields>(
  form: Omit<CommandForm<S, C>, 'schema' | 'toCommand'> & {
    schema(state: S): Schema;
    toCommand(valid: z.output<Schema>, state: S, context: FormContext): C;
  },
): CommandForm<S, C> {
  return form;
}
