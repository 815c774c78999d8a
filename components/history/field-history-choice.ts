import type { Field } from '@/lib/event-sourcing/field-history';

/** One of several fields that are asked about together: a line, and each of its values. */
export interface FieldChoice {
  /** The field in a word, beside the others: "Price". */
  word: string;
  field: Field;
}
