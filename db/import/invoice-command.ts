/** A row of a file as a command of an invoice, by a mapping that says what each activity means. */
import * as z from 'zod/mini';
import type { ActivityCommand } from '@/lib/import/mapping';
import { type TimestampOptions, TimestampReader } from '@/lib/import/timestamps';
import { type InvoiceCommand, invoiceCommand } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import { type Currency, isCurrency, parseMoney } from '@/lib/money';
import { contentId, type StagedRow } from './staged-row';

/** A row that cannot become a command, in words. */
export class CommandProblem extends Error {
  override name = 'CommandProblem';
}

export interface RowCommand {
  command: InvoiceCommand;
  /** The number that the invoice, or the credit note, has already. */
  number: string | undefined;
  reason: string | undefined;
}

export interface CommandFacts {
  log: string;
  streamId: string;
  /** Of the row: ids that no column gives follow from it. */
  contentId: string;
  /** The day on which it happened. */
  day: string;
  /** As it stands before the row. */
  invoice: Invoice;
  times: TimestampOptions;
}

type Tree = { [key: string]: unknown };

/** Fields that are no part of the command. */
const beside = ['number', 'reason'] as const;
/** Ids of what a command makes or names; where no column gives one it follows from the row. */
const ids: Readonly<Record<string, readonly string[]>> = {
  create_invoice: ['invoiceId'],
  send_invoice: ['messageId'],
  send_reminder: ['messageId'],
  record_payment: ['paymentId'],
  record_payment_failure: ['attemptId'],
  issue_refund: ['refundId'],
  issue_credit_note: ['creditId'],
  write_off_invoice: ['requestId'],
  open_dispute: ['disputeId'],
  add_note: ['noteId'],
  add_line: ['line.id'],
  grant_discount: ['discount.id'],
};
const days: Readonly<Record<string, string>> = {
  record_payment: 'receivedOn',
  record_payment_failure: 'failedOn',
  settle_refund: 'settledOn',
  fail_refund: 'failedOn',
  open_dispute: 'openedOn',
  win_dispute: 'closedOn',
  lose_dispute: 'closedOn',
};

/** Throws a `CommandProblem`. */
export function rowCommand(row: StagedRow, mapped: ActivityCommand, facts: CommandFacts): RowCommand {
  if (mapped.command !== 'create_invoice' && !facts.invoice.id)
    throw new CommandProblem(
      `${mapped.command}: There is no such invoice: no row before this one opens it, or the row that does is bad.`,
    );
  const values = new Map<string, unknown>();
  for (const [path, source] of Object.entries(mapped.fields ?? {})) {
    const value = typeof source === 'string' ? (row.f[source] ?? null) : source.value;
    if (value !== null && value !== '') values.set(path, value);
  }
  const type = mapped.command;
  const [number, reason] = beside.map((name) => {
    const value = values.get(name);
    values.delete(name);
    return value === undefined ? undefined : String(value);
  });
  const said = values.get('currency');
  const currency = typeof said === 'string' && isCurrency(said) ? said : (facts.invoice.currency ?? null);
  const command: Tree = { type };
  for (const [path, value] of values) put(command, path, converted(path, value, currency, facts));
  complete(command, type, currency, facts);
  return { command: checked(command), number, reason };
}

function checked(command: Tree): InvoiceCommand {
  const asked = z.safeParse(invoiceCommand, command);
  if (asked.success) return asked.data as InvoiceCommand;
  // What no column gives there is none of, where the command takes that for an answer.
  for (const { path } of asked.error.issues) {
    const name = path.join('.');
    if (name && at(command, name) === undefined) put(command, name, null);
  }
  const parsed = z.safeParse(invoiceCommand, command);
  if (parsed.success) return parsed.data as InvoiceCommand;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') ?? '';
  throw new CommandProblem(
    `${command.type}${path && `, ${path}`}: ${issue?.message ?? 'This is no command of an invoice.'}`,
  );
}

/** Amounts are decimals in a file and minor units in a command, rates per cent and basis points; ids are names. */
function converted(path: string, value: unknown, currency: Currency | null, facts: CommandFacts): unknown {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const text = String(value).trim();
  if (name === 'amount' || name === 'unitPrice') {
    if (!currency) throw new CommandProblem(`${path}: Map “currency” too, so that the amount can be read.`);
    const money = parseMoney(text, currency);
    if ('problem' in money) throw new CommandProblem(`${path}: ${money.problem}`);
    return money.amount;
  }
  if (name === 'rate' || name === 'taxRate') {
    const rate = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text);
    if (!rate) throw new CommandProblem(`${path}: “${text}” is no percentage such as 19 or 7.5.`);
    return Number(rate[1]) * 100 + Number((rate[2] ?? '').padEnd(2, '0'));
  }
  if (name === 'id' || name.endsWith('Id')) return idOf(path, text, facts);
  if (name === 'dueDate' || name.endsWith('On')) {
    const read = new TimestampReader(facts.times).read(text);
    if (!read.ok) throw new CommandProblem(`${path}: ${read.problem}`);
    return read.moment.at.slice(0, 10);
  }
  return text;
}

/** The same name is the same child of the invoice, whatever the command; customers are known across invoices. */
function idOf(path: string, name: string, { log, streamId }: CommandFacts): string {
  if (path === 'customer.id') return contentId('customer', log, name);
  const kind = path.slice(path.lastIndexOf('.') + 1).replace(/Id$/, '');
  return contentId(kind === 'id' ? (path.split('.').at(-2) ?? '') : kind, streamId, name);
}

/** What no column has to say. */
function complete(command: Tree, type: string, currency: Currency | null, facts: CommandFacts): void {
  for (const path of ids[type] ?? []) {
    if (path === 'invoiceId') command.invoiceId = facts.streamId;
    else if (at(command, path) === undefined) put(command, path, contentId(facts.contentId, path));
  }
  // Without a column that says which payment it is the newest.
  if (type === 'issue_refund' || type === 'open_dispute')
    command.paymentId ??= Object.keys(facts.invoice.payments ?? {}).at(-1);
  const day = days[type];
  if (day && command[day] === undefined) command[day] = facts.day;
  if (command.amount !== undefined || command.line !== undefined) command.amountsIn ??= currency;
  const { customer } = command as { customer?: Tree };
  if (customer) {
    customer.id ??= contentId('customer', facts.log, String(customer.email ?? customer.name));
    for (const name of ['email', 'address']) customer[name] ??= null;
  }
  if (type !== 'create_invoice') return;
  for (const name of ['dueDate', 'memo']) command[name] ??= null;
  const lines = Object.values((command.lines as Tree | undefined) ?? {}) as Tree[];
  command.lines = lines.map((line, n) => ({
    id: contentId(facts.contentId, `line ${n}`),
    quantity: '1',
    taxRate: 0,
    ...line,
  }));
}

function at(tree: Tree, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (inner as Tree | undefined)?.[key], tree);
}

function put(tree: Tree, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() as string;
  let inner = tree;
  for (const key of keys) {
    if (!Object.hasOwn(inner, key)) inner[key] = {};
    inner = inner[key] as Tree;
  }
  inner[last] = value;
}
