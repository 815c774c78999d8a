import * as z from 'zod/mini';

/** An instant in a cursor, as the database wrote it. There is no year 0 in its calendar, though there is in ISO 8601. */
export const cursorInstant = z.iso.datetime().check(z.refine((instant) => !instant.startsWith('0000')));
