/**
 * What the demo company sells. Prices are in cents without tax, for one unit of what the description says; tax in
 * basis points: food 7 %, everything else 19 %.
 */
export interface Item {
  description: string;
  price: number;
  tax: number;
}

const food = (description: string, price: number): Item => ({ description, price, tax: 700 });
const goods = (description: string, price: number): Item => ({ description, price, tax: 1900 });

export const catalogue = {
  wheatFlour: food('Wheat flour type 550, 25 kg', 2190),
  ryeFlour: food('Rye flour type 1150, 25 kg', 2340),
  speltFlour: food('Spelt flour, organic, 25 kg', 4680),
  yeast: food('Fresh yeast, 10 × 1 kg', 1875),
  butter: food('Butter sheets 82 %, 10 kg', 8990),
  sugar: food('Caster sugar, 25 kg', 2480),
  almonds: food('Ground almonds, 5 kg', 4125),
  couverture: food('Dark couverture 60 %, 10 kg', 11450),
  poppySeed: food('Ground poppy seed, 5 kg', 3390),
  vanilla: food('Vanilla paste, 1 kg', 18900),
  espresso: food('Espresso “Nordlicht”, whole bean, 1 kg', 1890),
  filterRoast: food('Filter roast Ethiopia Guji, 1 kg', 2450),
  decaf: food('Decaf Colombia, 1 kg', 2210),
  oatDrink: food('Oat drink barista, 12 × 1 l', 2160),
  darjeeling: food('Darjeeling first flush, 500 g', 2890),
  syrup: food('Hazelnut syrup, 6 × 0.7 l', 4740),
  coffeePlan: food('Coffee subscription “Office 20”, one month', 24900),
  flourPlan: food('Flour plan, 20 sacks of type 550 a month', 40800),
  grinderService: goods('Grinder service on site', 14500),
  machineRental: goods('Rental of espresso machine, one month', 18900),
  filters: goods('Paper filters, 1,000 pieces', 1590),
  cups: goods('Paper cups 8 oz, printed, 1,000 pieces', 9650),
  cakeBoxes: goods('Cake boxes 26 × 26 cm, 100 pieces', 3280),
  breadBags: goods('Bread bags, printed, 1,000 pieces', 5420),
  menuCards: goods('Menu cards A4, folded, 100 pieces', 8700),
  flyers: goods('Flyers A6, 5,000 pieces', 11900),
  labels: goods('Labels 60 × 40 mm, roll of 1,000', 4350),
  banner: goods('Window banner, 2 × 1 m', 7900),
  layout: goods('Layout work, one hour', 7200),
  letterheads: goods('Letterheads A4, 1,000 pieces', 6480),
  labelPlan: goods('Label plan, 8 rolls a month', 31900),
  practicePlan: goods('Practice supplies plan “Basis”, one month', 18900),
  gloves: goods('Nitrile gloves, size M, 10 × 100', 4290),
  masks: goods('Surgical masks type IIR, 10 × 50', 2950),
  bibs: goods('Patient bibs, two-ply, 500 pieces', 2380),
  mirrors: goods('Mouth mirrors, size 4, 12 pieces', 1960),
  composite: goods('Composite A2, 5 syringes', 17850),
  alginate: goods('Alginate, fast setting, 10 × 500 g', 8860),
  sterilePouches: goods('Sterilisation pouches, 1,000 pieces', 6240),
  disinfectant: goods('Surface disinfectant, 5 l', 3870),
  cottonRolls: goods('Cotton rolls no. 2, 2,000 pieces', 1740),
  polishingPaste: goods('Polishing paste, 200 g', 1420),
  anaesthetic: goods('Articaine 4 %, 50 cartridges', 3160),
  burs: goods('Diamond burs, set of 25', 9980),
  impressionTrays: goods('Impression trays, set of 50', 5230),
  needles: goods('Dental needles 30G, 100 pieces', 1190),
  suction: goods('Saliva ejectors, 10 × 100', 3480),
  delivery: goods('Delivery, pallet', 6900),
  courier: goods('Courier, same day', 1850),
} satisfies Record<string, Item>;

export type ItemCode = keyof typeof catalogue;
