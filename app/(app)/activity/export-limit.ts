/** How many events one file holds at most. */
export const mostExported = 10_000;
