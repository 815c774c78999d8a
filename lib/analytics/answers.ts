import type { Share } from './figures';

/** What the questions of the analytics answer; how each is counted stands where it is asked, in db/analytics. */

export interface RefundsOfProcess {
  workflow: string;
  /** The business path; null where the records name none. */
  process: string | null;
  /** Records that were paid or refunded. */
  paid: number;
  /** Of these, how many were refunded. */
  refunded: number;
  /** How many refunds that were: a record can have several. */
  refunds: number;
}

export interface RefundsOfPath {
  workflow: string;
  /** Names the path of acts in addresses. */
  path: string;
  /** The acts before the refund, in order, as far as the path goes. */
  activities: readonly string[];
  /** Records that came this way. */
  came: number;
  /** Of these, those whose next act was their first refund. */
  refunded: number;
}

export interface Remedy {
  workflow: string;
  activity: string;
  /** After how many failures it was done. */
  done: number;
  /** After how many of these a payment followed. */
  followed: number;
  /** Of the rest, those that have not had so many days yet, and no other failure. */
  open: number;
}

export interface Remedies {
  base: Share & { open: number };
  remedies: readonly Remedy[];
}

export interface Sign {
  workflow: string;
  activity: string;
  /** How many of those who left had it before. */
  left: number;
  /** How many of those who stayed have had it. */
  stayed: number;
}

export interface Signs {
  left: number;
  stayed: number;
  signs: readonly Sign[];
}

export interface UndosOfActivity {
  workflow: string;
  activity: string;
  undos: number;
  /** How often it was done at all, in the same period. */
  done: number;
  /** Of the undos, those of somebody else's change. */
  others: number;
  /** How long after, in seconds: the middle one, and what three in four, nine in ten and 99 in 100 do not exceed. */
  median: number;
  quarters: number;
  ninety: number;
  longest: number;
}

export interface UndosOfPerson {
  id: string;
  name: string;
  undos: number;
  others: number;
  median: number;
}
