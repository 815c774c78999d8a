import { expect, test } from 'vitest';
import { bulkCommand } from './bulk';
import { creation } from './testing';

const { customer } = creation(1);
const id = '0f5a4c3e-1b2d-4c3e-8f5a-4c3e1b2d0f5a';

test('a reminder goes to the invoice’s own customer', () => {
  expect(bulkCommand({ kind: 'send_reminder', text: 'Please pay.' }, { customer }, id)).toEqual({
    command: { type: 'send_reminder', messageId: id, to: 'orders@lindqvist.example', text: 'Please pay.' },
  });
});

test('whoever has no address for mail is named', () => {
  expect(
    bulkCommand({ kind: 'send_reminder', text: null }, { customer: { ...customer, email: null } }, id),
  ).toEqual({ refusal: { code: 'no_email', message: 'Lindqvist Bakery AB has no email address.' } });
});

test('a note is the same on all of them, and needs no address', () => {
  expect(
    bulkCommand({ kind: 'add_note', text: 'Called' }, { customer: { ...customer, email: null } }, id),
  ).toEqual({
    command: { type: 'add_note', noteId: id, text: 'Called' },
  });
});
