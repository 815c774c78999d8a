/** Something that can be done instead of what was refused. */
export interface Instead {
  /** Why it can't be done either, as the record stands now. */
  refusal: string | null;
  go(): void;
}

/**
 * How a workflow's page does what a refusal offers instead, by the name of the action (a command: `void_invoice`).
 * Undefined for what it has no form for: that stays a sentence.
 */
export type InsteadOf = (action: string) => Instead | undefined;
