import type { Method } from './acts-money';
import { type CustomerKey, customerOf, type DemoCustomer } from './customers';
import { Diary } from './diary';
import { type Random, randomFrom } from './random';
import type { DemoInvoice, PersonKey, Process } from './step';

/** One invoice of the demo's everyday business while its history is being written. */
export class Life {
  readonly random: Random;
  readonly diary: Diary;
  readonly customer: DemoCustomer;
  /** Whose customer it is, a colleague, and the manager they ask. */
  readonly clerk: PersonKey;
  readonly colleague: PersonKey;
  readonly manager: PersonKey;
  /** How they pay, as it says on their file. */
  readonly method: Method;
  readonly methodDetail: string;
  /** Days until it is due. */
  readonly terms: number;
  /** What happened before, by the words of a course. */
  readonly told: string[] = [];

  constructor(
    readonly name: string,
    readonly key: CustomerKey,
    readonly process: Process,
    terms?: number,
  ) {
    this.random = randomFrom(name);
    this.diary = new Diary(this.random);
    this.customer = customerOf(key);
    const [clerk = 'ana', colleague = 'bob'] = this.random.shuffled(['ana', 'bob', 'sam'] as const);
    this.clerk = clerk;
    this.colleague = colleague;
    this.manager = this.random.pick(['mia', 'priya'] as const);
    const byCard =
      process === 'web_order' || (process === 'subscription_renewal' && this.random.below(3) > 0);
    this.method = byCard ? 'card' : 'direct_debit';
    const digits = String(this.random.between(1000, 9999));
    this.methodDetail = byCard
      ? `${this.random.pick(['Visa', 'Mastercard'])} ending in ${digits}`
      : `IBAN ending in ${digits}`;
    this.terms = terms ?? (process === 'manual_billing' ? this.random.pick([14, 30]) : 14);
  }

  /** True in so many of a hundred. */
  chance(percent: number): boolean {
    return this.random.below(100) < percent;
  }

  /** The finished invoice, begun so many office days before the last one. */
  from(start: number): DemoInvoice {
    const { name, key, process, diary } = this;
    return { name, customer: key, process, steps: diary.steps(start) };
  }
}
