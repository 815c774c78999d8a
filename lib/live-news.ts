/** Something that was appended, as connected browsers are told: what it is about, not what it says. */
export interface LiveNews {
  workflow: string;
  streamId: string;
  version: number;
  type: string;
  actorId: string;
  actorName: string;
}
