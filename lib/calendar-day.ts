import * as z from 'zod/mini';

/** A day without a time, `YYYY-MM-DD`, meant in the company's time zone. Years outside 1900–2199 are typing errors. */
export const calendarDay = z.iso
  .date('Write a date like 2026-11-25.')
  .check(
    z.refine((day) => day >= '1900-01-01' && day <= '2199-12-31', 'Choose a date between 1900 and 2199.'),
  );
