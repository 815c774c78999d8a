import * as z from 'zod/mini';

/** Something that was appended, as connected browsers are told: what it is about, not what it says. */
export const liveNews = z.object({
  workflow: z.string(),
  streamId: z.string(),
  version: z.int(),
  type: z.string(),
  actorId: z.string(),
  actorName: z.string(),
});

export type LiveNews = z.output<typeof liveNews>;

/** What the server sends under each name: `news` a list of these, `reset` where too much was missed to tell. */
export const liveNewsList = z.array(liveNews);
