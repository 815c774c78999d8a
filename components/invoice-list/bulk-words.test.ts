import { expect, test } from 'vitest';
import { bulkWords } from './bulk-words';

const { send_reminder: reminder, add_note: note } = bulkWords;

test('the summary says how many it can be done to, and what becomes of the rest', () => {
  expect(reminder.summary(37, 3)).toBe(
    'A reminder can be sent for 37 invoices. For 3 it can’t, and they are left out:',
  );
  expect(reminder.summary(1, 1)).toBe(
    'A reminder can be sent for 1 invoice. For 1 it can’t, and it is left out:',
  );
  expect(note.summary(1200, 0)).toBe('The note can be added to all 1,200 invoices.');
  expect(note.summary(1, 0)).toBe('The note can be added to this invoice.');
  expect(reminder.summary(0, 4)).toBe('A reminder can be sent for none of them:');
});

test('the button names how many it is about', () => {
  expect([reminder.action(37), reminder.action(1), note.action(1200)]).toEqual([
    'Send 37 reminders',
    'Send 1 reminder',
    'Add to 1,200 invoices',
  ]);
});
