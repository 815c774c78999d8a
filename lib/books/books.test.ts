import { describe, expect, it } from 'vitest';
import { RecordBuilder } from '../event-sourcing/record-builder';
import { given } from '../event-sourcing/testing';
import { type Books, booksId } from './books';
import type { BooksCommand } from './commands';
import type { BooksEvent } from './events';
import { booksWorkflow } from './workflow';

const opened: BooksEvent = { type: 'books_opened', payload: { booksId } };
const closed = (through: string): BooksEvent => ({ type: 'period_closed', payload: { through } });
const close = (through: string): BooksCommand => ({ type: 'close_period', through });
const reopen = (through: string | null): BooksCommand => ({ type: 'reopen_period', through });
const mia = { id: 'mia', kind: 'user', name: 'Mia Torres' } as const;

const when = (command: BooksCommand, ...before: BooksEvent[]) =>
  given(booksWorkflow, [opened, ...before]).when(command, { today: '2026-11-10' });

describe('closing', () => {
  it('goes through any day that is over', () => {
    expect(when(close('2026-11-09')).events).toEqual([closed('2026-11-09')]);
    const { refusal } = when(close('2026-11-10'));
    expect(refusal).toMatchObject({ code: 'not_over', field: 'through' });
    expect(refusal?.message).toContain('10 Nov 2026 is not over yet');
  });

  it('goes forward only; the same day again is no change', () => {
    expect(when(close('2026-09-30'), closed('2026-09-30'))).toEqual({ events: [], refusal: undefined });
    const { refusal } = when(close('2026-08-31'), closed('2026-09-30'));
    expect(refusal?.code).toBe('closed_already');
    expect(refusal?.message).toContain('30 Sep 2026');
  });

  it('needs books', () => {
    expect(given(booksWorkflow, []).when(close('2026-09-30')).refusal?.code).toBe('not_found');
    expect(when({ type: 'open_books' }).refusal?.code).toBe('exists_already');
  });
});

describe('reopening', () => {
  it('leaves closed what comes before', () => {
    expect(when(reopen('2026-08-31'), closed('2026-09-30')).events).toEqual([
      { type: 'period_reopened', payload: { through: '2026-08-31' } },
    ]);
    expect(when(reopen(null), closed('2026-09-30')).events).toEqual([
      { type: 'period_reopened', payload: { through: null } },
    ]);
  });

  it('is refused of what is open', () => {
    expect(when(reopen('2026-09-30')).refusal?.code).toBe('open_already');
    expect(when(reopen('2026-10-31'), closed('2026-09-30')).refusal?.code).toBe('open_already');
    expect(when(reopen(null))).toEqual({ events: [], refusal: undefined });
  });
});

describe('undo', () => {
  function books() {
    const record = new RecordBuilder<Books, BooksCommand>(booksWorkflow, booksId);
    record.command(mia, { type: 'open_books' });
    return record;
  }

  it('takes a closing and a reopening back to the letter, and redo puts them back', () => {
    const record = books();
    for (const command of [close('2026-08-31'), close('2026-09-30'), reopen('2026-08-31'), reopen(null)]) {
      const before = record.log.state;
      expect(record.command(mia, command)).toBe(true);
      const after = record.log.state;
      expect(record.press(mia, 'undo').ok).toBe(true);
      expect(record.log.state).toEqual(before);
      expect(record.press(mia, 'redo').ok).toBe(true);
      expect(record.log.state).toEqual(after);
    }
  });

  it('leaves the opening standing', () => {
    expect(books().revertRow(mia, 1)).toMatchObject({ ok: false, refusal: { code: 'irreversible' } });
  });

  it('of an earlier closing waits for the later one', () => {
    const record = books();
    record.command(mia, close('2026-08-31'));
    record.command(mia, close('2026-09-30'));
    expect(record.revertRow(mia, 2)).toMatchObject({ ok: false, refusal: { code: 'in_the_way' } });
  });
});

describe('in words', () => {
  it.each<[BooksEvent, string]>([
    [opened, 'opened the books'],
    [closed('2026-09-30'), 'closed the books through 30 Sep 2026'],
    [{ type: 'period_reopened', payload: { through: '2026-08-31' } }, 'reopened the books after 31 Aug 2026'],
    [{ type: 'period_reopened', payload: { through: null } }, 'reopened all periods'],
  ])('%j', (event, sentence) => {
    expect(
      booksWorkflow.describe({ ...event, changes: {} }, { id: booksId, closedThrough: null }),
    ).toMatchObject({
      sentence,
    });
  });

  it('the difference is the day', () => {
    const changes = { closedThrough: { from: null, to: '2026-09-30' } };
    const [before, after] = [null, '2026-09-30'].map((closedThrough) => ({ id: booksId, closedThrough }));
    expect(
      booksWorkflow.describeChanges({ ...closed('2026-09-30'), changes }, before as Books, after as Books),
    ).toEqual([{ path: 'closedThrough', label: 'Closed through', to: '30 Sep 2026' }]);
  });
});
