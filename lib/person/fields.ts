import * as z from 'zod/mini';
import { personal } from '../personal';
import { requiredText } from '../text';

/** Who somebody is, as they are invited. Messages are written for whoever fills in the form or types the command. */

const subject = { subject: 'user' } as const;

export const personName = requiredText(200, 'Enter a name.').register(personal, subject);

/** Lower case: an address is one person's, however it is written. */
export const personEmail = z
  .string('Enter an email address such as ana@example.com.')
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254, 'This email address is too long.'),
    z.email('Enter an email address such as ana@example.com.'),
  )
  .register(personal, subject);
