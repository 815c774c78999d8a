import { customerOf } from './customers';
import { demoId } from './demo-id';

/**
 * The invoices of the demo that tell a story worth trying, and where to find each. The numbers hold in every
 * database whose number series was new when the demo was loaded; a draft has none. `id` is the invoice's address.
 *
 * - `wrongDueDate` (open): Bob, asked for two more weeks, typed the wrong month (`dueDateVersion`), so an invoice
 *   that ought to be overdue is not. Ana cannot take his change back and is told whose it is; Bob can from Undo, Mia
 *   from its row. Ana's own Undo takes back her memo.
 * - `lastPayment` (paid): two payments, due date and memo changes, an undo and a redo. Bob's payment of the rest is
 *   the last event (`paymentVersion`); a manager who takes it back leaves the invoice partially paid.
 * - `manyEdits` (open): 45 events, most of them edits, undos and redos while it was a draft.
 * - `longHistory` (partially paid): 130 events, more than the slider can show as single marks.
 * - `wrongPrice` (paid): a price of 2,460.00 instead of 24.60, taken back with Undo a few minutes later.
 * - `paidTwice` (partially paid): Ana and Bob both recorded one transfer; Mia took Bob's back and said why.
 * - `reinstated` (open): voided by mistake, and reinstated by Mia.
 * - `discarded` (discarded): a draft that was not needed any more.
 * - `undoAndRedo` (draft): created on the last day. Both of Ana's buttons are live: Undo takes back a quantity,
 *   Redo puts back a memo.
 * - `alreadySent` (open): the next thing on Ana's Undo is the sending, which nothing takes back.
 */
export const stories = {
  wrongDueDate: { ...invoice('wrong-due-date', 'lindqvist'), number: 'INV-2001', dueDateVersion: 5 },
  lastPayment: { ...invoice('last-payment', 'harbour'), number: 'INV-2002', paymentVersion: 13 },
  manyEdits: { ...invoice('many-edits', 'hollweg'), number: 'INV-2030' },
  longHistory: { ...invoice('long-history', 'zahnhaus'), number: 'INV-2026' },
  wrongPrice: { ...invoice('wrong-price', 'muehlbach'), number: 'INV-2010' },
  paidTwice: { ...invoice('paid-twice', 'funkhaus'), number: 'INV-2017' },
  reinstated: { ...invoice('reinstated', 'petitfour'), number: 'INV-2027' },
  discarded: { ...invoice('discarded', 'radhaus'), number: null },
  undoAndRedo: { ...invoice('undo-and-redo', 'morgenrot'), number: null },
  alreadySent: { ...invoice('already-sent', 'vogel'), number: 'INV-2033' },
} as const;

function invoice(name: string, customer: Parameters<typeof customerOf>[0]) {
  return { name, id: demoId(name), customer: customerOf(customer).name };
}
