import type { ItemCode } from './catalogue';
import type { CustomerKey } from './customers';

/** A subscription: what is renewed about once a month, and what became of every renewal. */
export interface Subscriber {
  customer: CustomerKey;
  plan: readonly ItemCode[];
  renewals: readonly string[];
}

const subscriber = (customer: CustomerKey, plan: ItemCode[], ...renewals: string[]): Subscriber => ({
  customer,
  plan,
  renewals,
});

/**
 * Who leaves, and after what: those with whom two payments failed and only the agent wrote. Where somebody of support
 * spoke to them, they stayed. A customer who has left is archived; `leave` writes off what they did not pay.
 */
export const subscribers: readonly Subscriber[] = [
  subscriber('nordwind', ['coffeePlan'], 'pay', 'pay', 'fail card pay', 'pay'),
  subscriber('lumen', ['coffeePlan', 'oatDrink'], 'pay', 'fail card pay', 'pay', 'pay'),
  subscriber('stadtrad', ['coffeePlan'], 'fail retry pay', 'pay', 'pay', 'pay'),
  subscriber('galerie', ['coffeePlan', 'machineRental'], 'pay', 'pay', 'pay', 'pay'),
  subscriber('zuckerhut', ['flourPlan', 'butter'], 'pay', 'fail retry fail card pay', 'pay', 'pay'),
  subscriber('steinofen', ['flourPlan'], 'pay', 'pay', 'fail wait pay', 'pay'),
  subscriber('weissmann', ['practicePlan', 'gloves'], 'pay', 'pay', 'pay', 'pay'),
  subscriber('dentalis', ['practicePlan'], 'fail card pay', 'pay', 'pay refund settle', 'pay'),
  subscriber('kleefeld', ['labelPlan'], 'pay', 'pay', 'fail card pay', 'pay'),
  subscriber(
    'vinterby',
    ['coffeePlan', 'filters'],
    'pay',
    'fail retry fail remind pay',
    'fail retry fail remind leave',
  ),
  subscriber('meierhof', ['flourPlan'], 'pay', 'fail retry pay', 'fail retry fail remind leave'),
  subscriber('kammerton', ['labelPlan'], 'fail retry fail remind pay', 'fail retry fail remind leave'),
  subscriber('prodent', ['practicePlan', 'masks'], 'pay', 'pay', 'fail retry fail remind leave'),
  subscriber('hikari', ['practicePlan'], 'pay', 'fail retry fail remind pay', 'fail retry fail remind leave'),
];
