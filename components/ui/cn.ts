import { cx } from 'class-variance-authority';
import { extendTailwindMerge } from 'tailwind-merge';

// Without the names of our type scale, tailwind-merge takes `text-body` for a colour and drops it beside `text-ink`.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['title', 'emphasis', 'body', 'dense', 'label'],
      radius: ['control', 'card'],
      shadow: ['card', 'popup'],
      spacing: ['page'],
    },
  },
});

/** Joins class names; of two that set the same property the later one wins, so a caller's `className` prevails. */
export function cn(...classes: Parameters<typeof cx>): string {
  return merge(cx(...classes));
}
