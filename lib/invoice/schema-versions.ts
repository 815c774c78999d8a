/** Payloads whose shape has changed; every other one is in its first. */
export const invoiceSchemaVersions = {
  invoice_created: 2,
  invoice_finalized: 2,
  invoice_sent: 2,
} as const;
