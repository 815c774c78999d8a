import * as z from 'zod/mini';

/**
 * Marks what identifies a person in the payload schemas: names, addresses, e-mail; and what is written freely about or
 * to a customer, which may name anybody: notes, memos, reasons, what a bank said. Marked from the first event on,
 * so that encryption per person and erasure find every field without guessing.
 */
export const personal = z.registry<{ subject: 'customer' | 'user' }>();
