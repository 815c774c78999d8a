/** What is done at once to many invoices is done to so many at most. Apart from the schemas, which no list needs. */
export const largestSelection = 10_000;
