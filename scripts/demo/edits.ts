/** Edits of a draft of which only the kind is written down: which line, and to what value, is left to chance with a fixed seed. */
import type { Line } from '@/lib/invoice/events';
import { linesInOrder } from '@/lib/invoice/invoice';
import { dueIn, lineIdOf, memo, redo, undo } from './acts';
import type { ItemCode } from './catalogue';
import type { Act, InvoiceScene } from './step';

const quantity: Act = (scene) => {
  const line = anyLine(scene);
  const by = scene.random.pick([2, 3, 4, 5, 6, 10, 12]);
  const now = Number(line.quantity);
  const less = scene.random.below(2) === 0 && now > by;
  return { type: 'change_line', lineId: line.id, quantity: String(less ? now - by : now + by) };
};

const price: Act = (scene) => {
  const line = anyLine(scene);
  // To the next five cents, and never to the same price.
  const step = scene.random.pick([-8, -5, -3, -2, 2, 4]);
  const change = Math.ceil(Math.abs((line.unitPrice * step) / 500)) * 5;
  return { type: 'change_line', lineId: line.id, unitPrice: line.unitPrice + Math.sign(step) * change };
};

const wording: Act = (scene) => {
  const line = anyLine(scene);
  const [name = ''] = line.description.split(' (');
  const hints = [
    'second delivery',
    'as in the framework contract',
    'replaces the sample',
    'from stock',
    'new lot',
  ];
  const others = hints.map((hint) => `${name} (${hint})`).filter((text) => text !== line.description);
  return { type: 'change_line', lineId: line.id, description: scene.random.pick(others) };
};

const remove: Act = (scene) => ({ type: 'remove_line', lineId: anyLine(scene).id });

const remark: Act = (scene) => {
  const remarks = [
    'Quantities as agreed on the phone.',
    'Deliver in two parts, the second one at the end of the month.',
    'Prices checked against the framework contract.',
    'Contact on site: Ms Petersen, second floor.',
    'Please quote our order number on the delivery note.',
  ];
  return memo(scene.random.pick(remarks.filter((text) => text !== scene.invoice.memo)))(scene);
};

const terms: Act = (scene) => {
  const days = scene.random.pick([14, 21, 30, 45]);
  const asked = dueIn(days)(scene);
  return asked && 'dueDate' in asked && asked.dueDate === scene.invoice.dueDate
    ? dueIn(days + 7)(scene)
    : asked;
};

/** By the word for each in the demo's tables. */
export const edits = { quantity, price, wording, remove, remark, terms, undo, redo };

/** What an invoice has once, whatever is ordered. */
export const services: readonly ItemCode[] = ['delivery', 'courier'];

/** A line of goods. */
function anyLine({ name, invoice, random }: InvoiceScene): Line {
  const kept = services.map((code) => lineIdOf(name, code));
  return random.pick(linesInOrder(invoice).filter((line) => !kept.includes(line.id)));
}
