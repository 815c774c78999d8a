import * as z from 'zod/mini';

/**
 * Marks what identifies a person in the payload schemas: names, addresses, e-mail. Marked from the first event on,
 * so that encryption per person and erasure find every field without guessing.
 */
export const personal = z.registry<{ subject: 'customer' | 'user' }>();
