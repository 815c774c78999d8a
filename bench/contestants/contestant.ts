/** What is measured: one way of storing what happens to invoices. */
export interface Contestant {
  /** Names it in the results, its database and the command line. */
  name: string;
  title: string;
  /** What one command is here, for the table. */
  does: string;
  /**
   * Sets up an empty database of its own.
   *
   * @param url connects as the owner of that database
   * @param pool how many connections it may hold
   */
  open(url: string, pool: number): Promise<OpenContestant>;
}

export interface OpenContestant {
  /** Carries out one step of an invoice's story, from 0; throws if it was not carried out. */
  step(story: Story, step: number): Promise<void>;
  /** How many events the database holds: what was measured must be there. */
  countEvents(): Promise<number>;
  close(): Promise<void>;
}

/** One invoice, from its creation to its payment. */
export interface Story {
  streamId: string;
  commands: readonly { type: string }[];
}
