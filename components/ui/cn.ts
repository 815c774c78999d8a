import { cx } from 'class-variance-authority';
import { createTailwindMerge } from 'tailwind-merge';
import { classGroups, conflictingClassGroups } from './class-groups';

const merge = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups,
  conflictingClassGroups,
  conflictingClassGroupModifiers: {},
  postfixLookupClassGroups: [],
  orderSensitiveModifiers: [
    'before',
    'after',
    'backdrop',
    'placeholder',
    'marker',
    'selection',
    'file',
    '*',
    '**',
  ],
}));

/** Joins class names; of two that set the same property the later one wins, so a caller's `className` prevails. */
export function cn(...classes: Parameters<typeof cx>): string {
  return merge(cx(...classes));
}
