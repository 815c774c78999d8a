/** As what the path of acts that led to a refund is looked at. */
export const refundPaths = ['kinds', 'last', 'whole'] as const;
export type RefundPaths = (typeof refundPaths)[number];

/** As many acts before the refund as `last` looks at: each is kept with the one before it, so that these two are seen at once. */
export const lastActs = 2;
