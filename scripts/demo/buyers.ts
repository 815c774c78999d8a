import { type CustomerKey, customerKeys } from './customers';
import { randomFrom } from './random';
import { subscribers } from './subscribers';

/** Those with a story that one order more would blur, who went out of business, or who have no e-mail address. */
const notForOrders: readonly CustomerKey[] = [
  'lindqvist',
  'harbour',
  'kanal',
  'feldkamp',
  'spindle',
  'tahona',
  ...subscribers.map(({ customer }) => customer),
];

const buyers = customerKeys.filter((key) => !notForOrders.includes(key));

/** Whose order it is. */
export const buyerOf = (invoice: string): CustomerKey => randomFrom(`buyer ${invoice}`).pick(buyers);
