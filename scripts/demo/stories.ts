import { customerOf } from './customers';
import { demoId } from './demo-id';

/** The number of the first invoice: so many were written before that the first story's is INV-2001. */
export const firstNumber = 1877;

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
 *
 * Money that did not go the straight way:
 *
 * - `doubleCharge` (partially paid): the first of three instalments was charged twice, events `paymentVersions`.
 *   Nothing is refunded yet; a refund of one of the two makes it owed again.
 * - `failedThenFixed…` (paid): a failed payment that came after a retry, a new card, a reminder and a bank transfer, or
 *   a later due date. `failedTwice` (open): the agent's retry failed too. `failedNeverFixed` (uncollectible).
 * - `writtenOff` (uncollectible): above the limit, so Ana asked and Mia approved.
 * - `refundSettled`, `refundPending`, `refundFailed` (paid): a refund that arrived, one on its way, one that came back.
 * - `awaitingApproval` (paid): Bob asked for a refund above the limit; no manager has decided. `approved` (paid): Sam
 *   asked, Priya approved.
 * - `creditNote` (paid): partly credited, the rest paid. `discounted` (paid): 10 % off, granted, undone and redone.
 * - `disputeOpen` (paid), `disputeWon` (paid), `disputeLost` (open: the bank took the payment back).
 * - `yen`, `dinar`, `usd`: documents in JPY (no decimals), KWD (three) and USD.
 */
export const stories = {
  wrongDueDate: { ...invoice('wrong-due-date', 'lindqvist'), number: 'INV-2001', dueDateVersion: 5 },
  lastPayment: { ...invoice('last-payment', 'harbour'), number: 'INV-2005', paymentVersion: 13 },
  manyEdits: { ...invoice('many-edits', 'hollweg'), number: 'INV-2116' },
  longHistory: { ...invoice('long-history', 'zahnhaus'), number: 'INV-2101' },
  wrongPrice: { ...invoice('wrong-price', 'muehlbach'), number: 'INV-2038' },
  paidTwice: { ...invoice('paid-twice', 'funkhaus'), number: 'INV-2062' },
  reinstated: { ...invoice('reinstated', 'petitfour'), number: 'INV-2102' },
  discarded: { ...invoice('discarded', 'radhaus'), number: null },
  undoAndRedo: { ...invoice('undo-and-redo', 'morgenrot'), number: null },
  alreadySent: { ...invoice('already-sent', 'vogel'), number: 'INV-2144' },
  doubleCharge: { ...invoice('double-charge', 'feldkamp'), number: 'INV-2115', paymentVersions: [4, 5] },
  failedThenFixedByRetry: { ...invoice('failed-retried', 'lumen'), number: 'INV-1983' },
  failedThenFixedByNewCard: { ...invoice('failed-new-card', 'stadtrad'), number: 'INV-1996' },
  failedThenFixedByTransfer: { ...invoice('failed-transfer', 'moebelwerk'), number: 'INV-1989' },
  failedThenFixedByDueDate: { ...invoice('failed-later-due', 'kinderzahn'), number: 'INV-1999' },
  failedTwice: { ...invoice('failed-twice', 'galerie'), number: 'INV-2108' },
  failedNeverFixed: { ...invoice('failed-never-fixed', 'spindle'), number: 'INV-1935' },
  writtenOff: { ...invoice('written-off', 'tahona'), number: 'INV-1911' },
  refundSettled: { ...invoice('refund-settled', 'marktschwaermer'), number: 'INV-1965' },
  refundPending: { ...invoice('refund-pending', 'weissmann'), number: 'INV-2110' },
  refundFailed: { ...invoice('refund-failed', 'segelschule'), number: 'INV-2014' },
  awaitingApproval: { ...invoice('awaiting-approval', 'sonnendeck'), number: 'INV-2072' },
  approved: { ...invoice('approved-refund', 'oralchirurgie'), number: 'INV-2021' },
  creditNote: { ...invoice('credit-note', 'hutmacher'), number: 'INV-2032' },
  disputeOpen: { ...invoice('dispute-open', 'spindle'), number: 'INV-2091' },
  disputeWon: { ...invoice('dispute-won', 'shoreline'), number: 'INV-1969' },
  disputeLost: { ...invoice('dispute-lost', 'lakeview'), number: 'INV-1952' },
  discounted: { ...invoice('discounted', 'bergbahn'), number: 'INV-2086' },
  yen: { ...invoice('aoyama-first-export', 'aoyama'), number: 'INV-2117' },
  dinar: { ...invoice('al-noor-instruments', 'alNoor'), number: 'INV-2051' },
  usd: { ...invoice('copper-kettle-couverture', 'copperKettle'), number: 'INV-2025' },
} as const;

function invoice(name: string, customer: Parameters<typeof customerOf>[0]) {
  return { name, id: demoId(name), customer: customerOf(customer).name };
}

/**
 * At 2:13 PM of an office day Bob gave forty open invoices three more weeks, in one operation, and typed last year: all
 * forty were overdue at once. The agent reminded a few that night; the next morning Mia took back four, one by one,
 * before Priya took over, and since then nobody has. `bulkMistakeOn` (bulk-mistake.ts) says which day and instant that was.
 */
export const bulkMistake = {
  name: 'bulk mistake',
  moment: '2 14:13',
  operationId: demoId('bulk mistake'),
  person: 'Bob Ekdahl',
  size: 40,
  repaired: 4,
} as const;
