import * as z from 'zod/mini';

/** Takes -0 for 0, as JSON does: otherwise what is in memory would differ from what is stored. */
export const plainZero = z.overwrite<number>((value) => (value === 0 ? 0 : value));
