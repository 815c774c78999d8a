/** Who orders what, at which price: the goods of a trade, and the currency and tax of where the customer is. */
import type { Currency } from '@/lib/money';
import { catalogue, type ItemCode } from './catalogue';
import type { DemoCustomer, Trade } from './customers';
import type { Random } from './random';

const goods: Record<Trade, readonly ItemCode[]> = {
  bakery: [
    'wheatFlour',
    'ryeFlour',
    'speltFlour',
    'yeast',
    'butter',
    'sugar',
    'almonds',
    'couverture',
    'poppySeed',
    'cakeBoxes',
    'breadBags',
  ],
  coffee: ['espresso', 'filterRoast', 'decaf', 'oatDrink', 'darjeeling', 'syrup', 'filters', 'cups'],
  print: ['menuCards', 'flyers', 'labels', 'banner', 'layout', 'letterheads'],
  dental: [
    'gloves',
    'masks',
    'bibs',
    'mirrors',
    'composite',
    'alginate',
    'sterilePouches',
    'disinfectant',
    'cottonRolls',
    'polishingPaste',
    'anaesthetic',
    'burs',
    'needles',
    'suction',
  ],
};

/** So many different items of the customer's trade. */
export const itemsFor = ({ trade }: DemoCustomer, count: number, random: Random): ItemCode[] =>
  random.shuffled(goods[trade]).slice(0, count);

/** The dearer, the fewer. */
export function quantityOf(code: ItemCode, random: Random): number {
  const { price } = catalogue[code];
  if (price < 3_000) return random.between(3, 24);
  return price < 9_000 ? random.between(2, 9) : random.between(1, 4);
}

interface Market {
  currency: Currency;
  /** Minor units of the currency for one cent of the price list, and to what they are rounded. */
  rate: number;
  step: number;
}

const markets: Record<string, Market> = {
  USA: { currency: 'USD', rate: 1.1, step: 10 },
  Japan: { currency: 'JPY', rate: 1.65, step: 10 },
  Kuwait: { currency: 'KWD', rate: 3.4, step: 25 },
};

/** What the customer pays for an item, in minor units of their currency; undefined where the price list holds. */
export function priceFor({ address }: DemoCustomer, code: ItemCode): number | undefined {
  const market = marketOf(address);
  return market && Math.round((catalogue[code].price * market.rate) / market.step) * market.step;
}

/** Their currency, and whether it goes across a border, where no tax is charged. */
export function saleTo({ address }: DemoCustomer): { currency: Currency; taxFree: boolean } {
  return { currency: marketOf(address)?.currency ?? 'EUR', taxFree: !/^\d{5} /.test(lastPartOf(address)) };
}

const marketOf = (address: string): Market | undefined => markets[lastPartOf(address)];

/** The country, or at home the town with its postal code. */
const lastPartOf = (address: string): string => address.split(', ').at(-1) ?? '';
