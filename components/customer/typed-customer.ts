import * as z from 'zod/mini';
import type { Customer } from '@/lib/customer/customer';
import { customerAddress, customerEmail, customerName, customerTaxId } from '@/lib/customer-fields';
import { typedOptional } from '@/lib/invoice/typed';

/** A customer's details as a form holds them: all text, and what is left empty is not there. */
export const typedCustomer = z.object({
  name: customerName,
  email: typedOptional(customerEmail),
  address: typedOptional(customerAddress),
  taxId: typedOptional(customerTaxId),
});

export type TypedCustomer = z.input<typeof typedCustomer>;

/** An existing customer as they are offered for changing. */
export function customerAsTyped({ name, email, address, taxId }: Customer) {
  return { name, email: email ?? '', address: address ?? '', taxId: taxId ?? '' };
}
