/** What the questions of the analytics have in common: what they are asked of, and how their answers count. */

export const questions = ['refunds', 'failed-payments', 'churn', 'undo'] as const;
export type Question = (typeof questions)[number];

/** What a question is asked of. Null leaves nothing out. */
export interface AnalyticsFilters {
  workflow: string | null;
  /** Of records of imported logs: those of one log, by its name. */
  log?: string | null;
  /** A customer's id. */
  customer: string | null;
  /** Whose acts, by the actor's id. */
  person: string | null;
  /** Business time, ISO 8601: from this instant on. */
  from: string | null;
  /** Up to, but without, this instant. */
  to: string | null;
  /** As it was at this instant; null is now. */
  asOf: string | null;
  /** Do acts count that were taken back? */
  undone: boolean;
}

export const wholeLog: AnalyticsFilters = {
  workflow: null,
  customer: null,
  person: null,
  from: null,
  to: null,
  asOf: null,
  undone: false,
};

/** A record behind a number, at the version that made it count. */
export interface Evidence {
  workflow: string;
  streamId: string;
  version: number;
  activity: string;
  actorName: string;
  occurredAt: string;
}
