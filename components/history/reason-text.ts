import { requiredText, text } from '@/lib/text';

const longest = 1000;

/** What may be typed where a reason is welcome. */
export const typedReason = text(longest);

/** Where one is asked for. */
export const requiredReason = requiredText(longest, 'Say why, in a few words. It is kept in the history.');
