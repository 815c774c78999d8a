'use client';

import * as z from 'zod/mini';
import type { Books } from '@/lib/books/books';
import type { BooksCommand } from '@/lib/books/commands';
import { formatDay } from '@/lib/calendar';
import { calendarDay } from '@/lib/calendar-day';
import { addDays } from '@/lib/calendar-spans';
import { useOpened } from '../history/opened-record';
import { ReasonField } from '../history/reason-field';
import { typedReason } from '../history/reason-text';
import { useRecordForm } from '../history/use-record-form';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';

/** What somebody pressed: close through this day, or reopen what comes after it. */
export interface Asked {
  action: 'close' | 'reopen';
  through: string;
}

const schema = z.object({ through: calendarDay, reason: typedReason });

/** Closes periods through a day, or reopens those after one. */
export function PeriodForm({ asked: { action, through }, onClose }: { asked: Asked; onClose(): void }) {
  const { closedThrough } = useOpened<Books>().state;
  const closes = action === 'close';
  const { form, submit, problem, pending } = useRecordForm({
    schema,
    defaults: { through: closes ? through : addDays(through, 1), reason: '' },
    toCommand: (valid): BooksCommand =>
      closes
        ? { type: 'close_period', through: valid.through }
        : { type: 'reopen_period', through: addDays(valid.through, -1) },
    done: closes ? 'Period closed' : 'Period reopened',
    onDone: onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title={closes ? 'Close a period' : 'Reopen a period'}
      description={
        closes
          ? 'Payments, refunds, credit notes and other figures dated up to this day can’t be recorded, undone or re-applied any more, until somebody reopens it.'
          : `Everything from this day on is open again${closedThrough ? `; now it is closed through ${formatDay(closedThrough)}` : ''}.`
      }
      action={closes ? 'Close period' : 'Reopen period'}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={closes ? 'Closed through' : 'Open from'}
        type="date"
        {...form.register('through')}
        error={errors.through?.message}
      />
      <ReasonField {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
