/**
 * The two senses of a past moment. `was`: with everything that is known today about what had happened by then, however
 * late it was recorded. `known`: with what had been recorded by then, and so what somebody saw who looked at that moment.
 */
export const pastSenses = ['was', 'known'] as const;
export type PastSense = (typeof pastSenses)[number];

/** What each is called where one of them is chosen. */
export const pastSenseLabels: Readonly<Record<PastSense, string>> = {
  was: 'As it was',
  known: 'As known then',
};

/** What each of them means, after "Viewing as of …". */
export const pastSenseWords: Readonly<Record<PastSense, string>> = {
  was: 'as it was: with what was recorded later, too',
  known: 'as known then: without what was recorded later',
};
