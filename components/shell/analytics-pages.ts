/** The pages of the analytics, in the order in which they are offered: beside each other on each, and in the palette. */
export const analyticsPages: readonly { path: string; label: string }[] = [
  { path: '/analytics', label: 'Overview' },
  { path: '/analytics/refunds', label: 'Refunds' },
  { path: '/analytics/failed-payments', label: 'Failed payments' },
  { path: '/analytics/churn', label: 'Churn' },
  { path: '/analytics/undo', label: 'Undo' },
  { path: '/analytics/explorer', label: 'Explorer' },
  { path: '/analytics/process-map', label: 'Process map' },
];
