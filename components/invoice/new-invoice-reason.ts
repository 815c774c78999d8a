/** Why somebody who may only look can't write an invoice, and what to do about it. */
export const readOnlyReason =
  'Your role lets you look at everything, but not change it. Ask an admin for the support role.';
