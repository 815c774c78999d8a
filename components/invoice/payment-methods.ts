import { paymentMethods } from '@/lib/invoice/allowed-values';
import { capitalized, paymentMethodLabels } from '@/lib/invoice/labels';

/** The ways of payment as a choice of one. */
export const paymentMethodOptions = paymentMethods.map((value) => ({
  value,
  label: capitalized(paymentMethodLabels[value]),
}));
