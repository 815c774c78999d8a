import { dayIn, formatDay } from '@/lib/calendar';
import type { CompanySettings } from '@/lib/company-settings';
import { discountSize } from '@/lib/invoice/describe';
import { flagsOf } from '@/lib/invoice/flags';
import { type Invoice, linesInOrder } from '@/lib/invoice/invoice';
import { flagLabels } from '@/lib/invoice/invoice-filters';
import { capitalized, paymentMethodLabels, refundStatusLabels } from '@/lib/invoice/labels';
import { awaitsApproval } from '@/lib/invoice/requests';
import { isDisputed, isOverdue, statusLabels, statusOf } from '@/lib/invoice/status';
import { discountAmount, lineAmount, totalsOf } from '@/lib/invoice/totals';
import { formatMoney, formatRate } from '@/lib/money';
import { balanceLabel, settlementOf, signed, taxFiguresOf } from './invoice-figures';
import { wayOfPayment } from './invoice-words';
import {
  attemptDetail,
  disputeDetail,
  disputeTitle,
  outcomeLabels,
  refundTitle,
  taxWithin,
} from './part-words';

/** An invoice as it goes on paper: every word and figure of it, for a page to print and for a PDF. */
export interface InvoicePaper {
  /** "Invoice INV-2001", "Draft invoice". */
  heading: string;
  /** "Open, Overdue". */
  status: string;
  /** Name first; an address has several lines. */
  seller: readonly string[];
  customer: readonly string[];
  terms: readonly { label: string; value: string }[];
  lines: readonly PaperLine[];
  figures: readonly PaperFigure[];
  memo: string | null;
  payments: readonly PaperPart[];
  credits: readonly PaperPart[];
}

interface PaperLine {
  id: string;
  item: string;
  quantity: string;
  price: string;
  tax: string;
  amount: string;
}

interface PaperFigure {
  id: string;
  label: string;
  amount: string;
  strong: boolean;
}

/** A payment or a credit note; nested, what became of the one above. */
interface PaperPart {
  id: string;
  day: string;
  title: string;
  detail: string | null;
  amount: string;
  nested: boolean;
}

/**
 * Puts an invoice on paper.
 *
 * @param moment that the state is of, ISO 8601: decides what is overdue
 * @param company who issues what is a draft yet; in whose zone days are meant
 */
export function invoicePaper(invoice: Invoice, moment: string, company: CompanySettings): InvoicePaper {
  const { customer } = invoice;
  const seller = invoice.seller ?? company;
  return {
    heading: invoice.number ? `Invoice ${invoice.number}` : 'Draft invoice',
    status: statusText(invoice, dayIn(company.timeZone, moment)),
    seller: blockOf(seller.name, seller.address, seller.taxId && `Tax id ${seller.taxId}`),
    customer: blockOf(
      customer.name,
      customer.address,
      customer.email,
      customer.taxId && `Tax id ${customer.taxId}`,
    ),
    terms: termsOf(invoice),
    lines: linesInOrder(invoice).map((line) => ({
      id: line.id,
      item: line.description,
      quantity: line.quantity,
      price: formatMoney(line.unitPrice, invoice.currency),
      tax: formatRate(line.taxRate),
      amount: formatMoney(lineAmount(invoice, line), invoice.currency),
    })),
    figures: paperFigures(invoice),
    memo: invoice.memo,
    payments: paymentsOf(invoice, company.timeZone),
    credits: Object.values(invoice.credits).map((credit) => ({
      id: credit.id,
      day: formatDay(credit.issuedOn),
      title: credit.number,
      detail: taxWithin(invoice, credit),
      amount: signed(-credit.amount, invoice),
      nested: false,
    })),
  };
}

function statusText(invoice: Invoice, today: string): string {
  const totals = totalsOf(invoice);
  const status = statusOf(invoice, totals);
  const flags = flagsOf({
    status,
    overdue: isOverdue(invoice, today),
    disputed: isDisputed(invoice),
    awaitsApproval: awaitsApproval(invoice),
    balanceAmount: totals.balance,
  });
  return [statusLabels[status], ...flags.map((flag) => flagLabels[flag])].join(', ');
}

const blockOf = (...parts: readonly (string | null | undefined)[]): string[] =>
  parts.flatMap((part) => part?.split('\n') ?? []).filter((line) => line.trim() !== '');

function termsOf(invoice: Invoice): InvoicePaper['terms'] {
  const terms = [
    { label: 'Issued', value: invoice.issueDate ? formatDay(invoice.issueDate) : 'not yet' },
    { label: 'Due', value: invoice.dueDate ? formatDay(invoice.dueDate) : 'not set' },
    { label: 'Currency', value: invoice.currency },
    { label: 'Payment reference', value: invoice.paymentReference },
    { label: 'Paid by', value: wayOfPayment(invoice) },
    { label: 'Copy of', value: invoice.duplicateOf?.title },
  ];
  return terms.flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}

/** From the subtotal to the balance, as beneath the lines on the page: discounts one by one. */
function paperFigures(invoice: Invoice): PaperFigure[] {
  const { lines, balance } = totalsOf(invoice);
  const discounts = Object.values(invoice.discounts).map((discount) => ({
    id: discount.id,
    label: discount.description + (discount.rate === null ? '' : `, ${discountSize(discount, invoice)}`),
    amount: signed(-discountAmount(invoice, discount), invoice),
    strong: false,
  }));
  const rest = [...taxFiguresOf(invoice), ...settlementOf(invoice)].map(({ label, amount, strong }) => ({
    id: label,
    label,
    amount: signed(amount, invoice),
    strong: strong ?? false,
  }));
  return [
    { id: 'Subtotal', label: 'Subtotal', amount: signed(lines, invoice), strong: false },
    ...discounts,
    ...rest,
    {
      id: balanceLabel,
      label: balance < 0 ? 'Overpaid by' : balanceLabel,
      amount: formatMoney(Math.abs(balance), invoice.currency),
      strong: true,
    },
  ];
}

/** Payments and those that failed, by day; beneath each payment what was refunded and disputed of it. */
function paymentsOf(invoice: Invoice, timeZone: string): PaperPart[] {
  const attempts = Object.values(invoice.attempts).map((attempt) => ({
    day: attempt.failedOn,
    parts: [
      {
        id: attempt.id,
        day: formatDay(attempt.failedOn),
        title: joined(capitalized(paymentMethodLabels[attempt.method]), [
          'failed',
          attempt.retriedAt && `tried again ${formatDay(dayIn(timeZone, attempt.retriedAt))}`,
        ]),
        detail: attemptDetail(attempt),
        amount: `(${formatMoney(attempt.amount, invoice.currency)})`,
        nested: false,
      },
    ],
  }));
  const payments = Object.values(invoice.payments).map((payment) => ({
    day: payment.receivedOn,
    parts: [
      {
        id: payment.id,
        day: formatDay(payment.receivedOn),
        title: capitalized(paymentMethodLabels[payment.method]),
        detail: payment.reference,
        amount: formatMoney(payment.amount, invoice.currency),
        nested: false,
      },
      ...refundsOf(invoice, payment.id),
      ...disputesOf(invoice, payment.id),
    ],
  }));
  return [...attempts, ...payments]
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .flatMap(({ parts }) => parts);
}

/** An amount in parentheses counts nowhere: the refund failed. */
function refundsOf(invoice: Invoice, paymentId: string): PaperPart[] {
  return Object.values(invoice.refunds)
    .filter((refund) => refund.paymentId === paymentId)
    .map((refund) => ({
      id: refund.id,
      day: formatDay(refund.issuedOn),
      title: joined(refundTitle(refund), [
        joined(refundStatusLabels[refund.status], [refund.closedOn && formatDay(refund.closedOn)], ' '),
      ]),
      detail: null,
      amount:
        refund.status === 'failed'
          ? `(${formatMoney(refund.amount, invoice.currency)})`
          : signed(-refund.amount, invoice),
      nested: true,
    }));
}

/** An amount in parentheses counts nowhere: it is disputed, but was not charged back. */
function disputesOf(invoice: Invoice, paymentId: string): PaperPart[] {
  return Object.values(invoice.disputes)
    .filter((dispute) => dispute.paymentId === paymentId)
    .map((dispute) => ({
      id: dispute.id,
      day: formatDay(dispute.openedOn),
      title: joined(disputeTitle(dispute), [
        joined(
          outcomeLabels[dispute.outcome ?? 'open'].toLowerCase(),
          [dispute.closedOn && formatDay(dispute.closedOn)],
          ' ',
        ),
      ]),
      detail: disputeDetail(dispute) || null,
      amount:
        dispute.outcome === 'lost'
          ? signed(-dispute.amount, invoice)
          : `(${formatMoney(dispute.amount, invoice.currency)})`,
      nested: true,
    }));
}

const joined = (first: string, rest: readonly (string | null)[], by = ', '): string =>
  [first, ...rest].filter(Boolean).join(by);
