/**
 * The company whose books these are. Due dates, periods and "today" are meant in its time zone. Settings with a
 * history of their own replace these values when companies become editable.
 */
export const company = {
  name: 'Northwind Supplies GmbH',
  address: 'Lindenstraße 12, 10969 Berlin',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
} as const;
