import * as z from 'zod/mini';
import { isStorable, unstorableMessage } from './storable-text';

/** Nothing that anybody would see: blanks, and characters without a width. */
const blank = /^[\s\p{Cf}]*$/u;

/** Text from outside that can be stored as it is: trimmed, well formed, and no longer than `max` characters. */
export function text(max: number) {
  return z
    .string('Write some text.')
    .check(
      z.trim(),
      z.maxLength(max, `Keep this to ${max.toLocaleString('en-US')} characters.`),
      z.refine(isStorable, unstorableMessage),
    );
}

/** Text that must say something. */
export function requiredText(max: number, message: string) {
  return text(max).check(z.refine((value) => !blank.test(value), message));
}

/** Text that may be left out; an empty field means that there is none. */
export function optionalText(max: number) {
  return z.pipe(
    z.nullable(text(max)),
    z.transform((value: string | null) => (value === '' ? null : value)),
  );
}
