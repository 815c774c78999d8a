import { isolated } from '@/lib/event-sourcing/isolated';
import type { Invoice } from '@/lib/invoice/invoice';
import { capitalized, paymentMethodLabels } from '@/lib/invoice/labels';

/** "Card, Visa ending in 4242"; null while nobody knows. */
export function wayOfPayment({ paymentMethod }: Invoice): string | null {
  if (!paymentMethod?.method) return null;
  const label = capitalized(paymentMethodLabels[paymentMethod.method]);
  return paymentMethod.detail ? `${label}, ${isolated(paymentMethod.detail)}` : label;
}

/** Who issues it, on one line. */
export function sellerText({ name, address, taxId }: NonNullable<Invoice['seller']>): string {
  return [name, address, taxId && `Tax id ${isolated(taxId)}`]
    .flatMap((part) => (part ? isolated(part) : []))
    .join(' · ');
}
