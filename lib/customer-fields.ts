import * as z from 'zod/mini';
import { personal } from './personal';
import { optionalText, requiredText } from './text';

/** Who a customer is: the same fields on the customer's own record and on every invoice to them. */

export const customerName = requiredText(200, 'Name the customer.').register(personal, {
  subject: 'customer',
});
export const customerEmail = z
  .nullable(z.email('Write an email address like orders@example.com.').check(z.maxLength(254)))
  .register(personal, { subject: 'customer' });
export const customerAddress = optionalText(500).register(personal, { subject: 'customer' });
/** A sole trader's tax id names a person. */
export const customerTaxId = optionalText(50).register(personal, { subject: 'customer' });
