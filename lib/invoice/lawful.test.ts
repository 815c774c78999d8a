/**
 * The table "what is lawful when", cell by cell. Every cell is decided by the real rules on an invoice that commands
 * have led to.
 */
import { describe, expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import type { InvoiceCommandType } from './commands';
import { refusalOf as lawfulRefusal, reasonRequired } from './lawful';
import { type Status, statuses, statusOf } from './status';
import { commands, give, lives, writtenOffUnpaid } from './testing/lives';
import { invoiceWorkflow } from './workflow';

const commandTypes = Object.keys(commands) as InvoiceCommandType[];

/**
 * Yes or no; "?": lawful, but in this status there can be nothing that it could be about. A written-off invoice
 * can be voided too, unless there is a payment, and a write-off reversed of what is paid after all: both below.
 * What was begun ends when it ends, whatever has become of the invoice since.
 */
const table = `
                         draft  open  part.  paid  uncoll.  void  discarded
  create_invoice         no     no    no     no    no       no    no
  discard_draft          yes    no    no     no    no       no    no
  add_line               yes    no    no     no    no       no    no
  change_line            yes    no    no     no    no       no    no
  remove_line            yes    no    no     no    no       no    no
  grant_discount         yes    no    no     no    no       no    no
  withdraw_discount      yes    no    no     no    no       no    no
  change_customer        yes    no    no     no    no       no    no
  change_currency        yes    no    no     no    no       no    no
  change_details         yes    yes   yes    no    no       no    no
  finalize_invoice       yes    no    no     no    no       no    no
  send_invoice           no     yes   yes    yes   no       no    no
  send_reminder          no     yes   yes    no    no       no    no
  record_payment         no     yes   yes    no    yes      no    no
  record_payment_failure no     yes   yes    no    no       no    no
  retry_payment          no     yes   yes    no    no       no    no
  update_payment_method  yes    yes   yes    no    yes      no    no
  issue_refund           no     no    yes    yes   no       no    no
  issue_credit_note      no     yes   yes    yes   no       no    no
  void_credit_note       no     yes   yes    yes   no       no    no
  open_dispute           no     no    yes    yes   no       no    no
  settle_refund          no     yes   yes    yes   yes      yes   no
  fail_refund            no     yes   yes    yes   yes      yes   no
  cancel_refund          no     yes   yes    yes   yes      no    no
  win_dispute            no     ?     yes    yes   yes      ?     no
  lose_dispute           no     ?     yes    yes   yes      ?     no
  withdraw_dispute       no     ?     yes    yes   yes      ?     no
  void_invoice           no     yes   no     no    no       no    no
  write_off_invoice      no     yes   yes    no    no       no    no
  reverse_write_off      no     no    no     no    yes      no    no
  add_note               yes    yes   yes    yes   yes      yes   yes
  withdraw_note          yes    yes   yes    yes   yes      yes   yes
  request_undo           yes    yes   yes    yes   yes      yes   yes
  approve_request        ?      yes   yes    yes   no       no    ?
  decline_request        ?      yes   yes    yes   yes      yes   ?
  withdraw_request       ?      yes   yes    yes   yes      yes   ?
`;

type Answer = 'yes' | 'no' | '?';

const [, ...rows] = table.trim().split('\n');
const cells = rows.flatMap((row) => {
  const [type, ...answers] = row.trim().split(/ +/);
  return answers.map((answer, column) => {
    return { type: type as InvoiceCommandType, status: statuses[column] as Status, answer: answer as Answer };
  });
});
const answered = (answer: Answer) => cells.filter((cell) => cell.answer === answer);
const answerTo = (type: InvoiceCommandType, status: Status) =>
  cells.find((cell) => cell.type === type && cell.status === status)?.answer;

describe('what is lawful when', () => {
  it('has an answer in every cell', () => {
    const each = commandTypes.flatMap((type) => statuses.map(() => type));
    expect(cells.map(({ type }) => type).sort()).toEqual(each.sort());
    expect(new Set(cells.map(({ answer }) => answer))).toEqual(new Set(['yes', 'no', '?']));
  });

  it.each(statuses)('%s is reached by commands', (status) => {
    expect(statusOf(given(invoiceWorkflow, lives[status]).state)).toBe(status);
  });

  it.each(answered('yes'))('$type of an invoice that is $status: yes', ({ type, status }) => {
    const { events, refusal } = give(lives[status], commands[type]);
    expect(refusal).toBeUndefined();
    expect(events.length).toBeGreaterThan(0);
  });

  it.each(answered('no'))('$type of an invoice that is $status: no', ({ type, status }) => {
    const { events, refusal } = give(lives[status], commands[type]);
    expect(events).toEqual([]);
    expect(refusal?.code).toMatch(/^(not_lawful|has_payments|exists_already|not_written_off)$/);
    expect(refusal?.message).toMatch(/^This invoice .+\.$/);
  });

  it.each(answered('?'))('$type of an invoice that is $status: of nothing', ({ type, status }) => {
    const { events, refusal } = give(lives[status], commands[type]);
    expect(events).toEqual([]);
    expect(refusal?.code).toMatch(/^no_such_/);
  });

  it.each(commandTypes)('%s where there is no invoice', (type) => {
    const { events, refusal } = give([], commands[type]);
    if (type === 'create_invoice') expect(events).toHaveLength(1);
    else
      expect(refusal).toMatchObject({ code: 'not_found', message: expect.stringMatching(/no such invoice/) });
  });
});

describe('what depends on more than the status', () => {
  it('a written-off invoice without a payment can be voided', () => {
    expect(statusOf(given(invoiceWorkflow, writtenOffUnpaid).state)).toBe('uncollectible');
    expect(give(writtenOffUnpaid, commands.void_invoice).events).toHaveLength(1);
  });

  it('with one it can’t, and only what is lawful is offered instead', () => {
    const { refusal } = give(lives.uncollectible, commands.void_invoice);
    expect(refusal?.code).toBe('has_payments');
    expect(refusal?.alternatives?.map(({ action }) => action)).toEqual(['reverse_write_off']);
  });

  it('a write-off can be reversed once the invoice is paid after all, and of no other paid one', () => {
    const { events } = give(lives.uncollectible, { ...commands.record_payment, amount: 4355 });
    const paid = [...lives.uncollectible, ...events];
    expect(statusOf(given(invoiceWorkflow, paid).state)).toBe('paid');
    expect(give(paid, commands.reverse_write_off).events).toHaveLength(1);
    expect(give(lives.paid, commands.reverse_write_off).refusal?.code).toBe('not_written_off');
  });
});

describe('a refusal says the status, what it forbids and what to do instead', () => {
  const refusalOf = (status: Status, type: InvoiceCommandType) => give(lives[status], commands[type]).refusal;

  it.each<[Status, InvoiceCommandType, string]>([
    ['draft', 'send_invoice', 'This invoice is a draft, so it can’t be sent.'],
    ['draft', 'issue_refund', 'This invoice is a draft, so it can’t have a payment refunded.'],
    ['open', 'add_line', 'This invoice is open, so it can’t get another line.'],
    ['open', 'open_dispute', 'This invoice is open, so it can’t have a payment disputed.'],
    ['partially_paid', 'discard_draft', 'This invoice is partially paid, so it can’t be discarded.'],
    ['paid', 'record_payment', 'This invoice is paid, so it can’t take a payment.'],
    ['paid', 'write_off_invoice', 'This invoice is paid, so it can’t be written off.'],
    ['uncollectible', 'send_reminder', 'This invoice is uncollectible, so it can’t have a reminder sent.'],
    [
      'uncollectible',
      'approve_request',
      'This invoice is uncollectible, so it can’t have a payment refunded.',
    ],
    ['void', 'finalize_invoice', 'This invoice is void, so it can’t be finalized.'],
    [
      'discarded',
      'change_details',
      'This invoice is discarded, so it can’t have its due date or memo changed.',
    ],
    [
      'partially_paid',
      'void_invoice',
      'This invoice has a payment, so it can’t be voided. Refund it, or take it back first if it was a mistake.',
    ],
    ['draft', 'create_invoice', 'This invoice exists already. Reload the page to see it.'],
  ])('%s, %s', (status, type, message) => expect(refusalOf(status, type)?.message).toBe(message));

  it.each<[Status, InvoiceCommandType, string]>([
    ['draft', 'send_invoice', 'finalize_invoice'],
    ['open', 'add_line', 'void_invoice'],
    ['open', 'change_customer', 'issue_credit_note'],
    ['paid', 'void_invoice', 'issue_refund'],
    ['uncollectible', 'issue_credit_note', 'record_payment'],
    ['void', 'change_details', 'duplicate_as_draft'],
  ])('%s, %s: offers %s', (status, type, action) =>
    expect(refusalOf(status, type)?.alternatives?.map((each) => each.action)).toContain(action),
  );

  it('offers only what would be accepted', () => {
    for (const { type, status } of answered('no')) {
      for (const { action } of refusalOf(status, type)?.alternatives ?? []) {
        if (action === 'duplicate_as_draft') continue;
        const answer = answerTo(action as InvoiceCommandType, status);
        expect(answer, `${type} of what is ${status} offers ${action}`).toBe('yes');
      }
    }
  });
});

describe('buttons and rules', () => {
  it.each(cells)('say the same of $type where it is $status', ({ type, status, answer }) => {
    const shown = lawfulRefusal(type, given(invoiceWorkflow, lives[status]).state);
    // The button of a request can't know yet what the request would do.
    if (type === 'approve_request' && answer === 'no') expect(shown).toBeNull();
    else expect(shown === null).toBe(answer !== 'no');
  });

  it('ask for a reason where money is given up or a step is taken back', () => {
    const asked = commandTypes.filter(reasonRequired);
    expect(asked.sort()).toEqual([
      'cancel_refund',
      'decline_request',
      'issue_credit_note',
      'issue_refund',
      'request_undo',
      'reverse_write_off',
      'void_credit_note',
      'void_invoice',
      'withdraw_dispute',
      'write_off_invoice',
    ]);
    for (const { type, status } of answered('yes')) {
      const { refusal } = give(lives[status], commands[type], { reason: null });
      expect(refusal?.code, type).toBe(reasonRequired(type) ? 'reason_required' : undefined);
    }
  });
});
