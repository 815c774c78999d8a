/** What counts as what: the acts by which a payment succeeds or fails, is given back, or a customer leaves. */

export const analyticsOutcomes = ['success', 'failure', 'refund', 'churn'] as const;
export type Outcome = (typeof analyticsOutcomes)[number];

/** The acts that count as each outcome, in one workflow. */
export type Outcomes = Readonly<Record<Outcome, readonly string[]>>;

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  success: 'Payment came',
  failure: 'Payment failed',
  refund: 'Refund',
  churn: 'Customer left',
};

const none: Outcomes = { success: [], failure: [], refund: [], churn: [] };

/** What holds where nobody chose anything else. */
const defaults: Readonly<Record<string, Outcomes>> = {
  invoice: {
    success: ['payment_received'],
    failure: ['payment_failed'],
    refund: ['refund_issued'],
    churn: [],
  },
  subscription: {
    success: ['payment_recovered'],
    failure: ['payment_failed'],
    refund: [],
    churn: ['subscription_cancelled'],
  },
  customer: { ...none, churn: ['customer_archived'] },
};

/** The outcomes of a workflow until somebody names others. */
export function defaultOutcomes(workflow: string): Outcomes {
  return Object.hasOwn(defaults, workflow) ? (defaults[workflow] as Outcomes) : none;
}

/** The workflows that have outcomes without anybody having named any. */
export const workflowsWithDefaults: readonly string[] = Object.keys(defaults);
