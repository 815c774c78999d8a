import type { ReactNode } from 'react';
import { cn } from './cn';

const tones = {
  message: 'bg-message-soft text-message',
  caution: 'bg-money-out-soft text-money-out',
};

interface FormNoteProps {
  /** "caution" is for what the person may not mean; it stops nobody. */
  tone?: keyof typeof tones;
  children?: ReactNode;
}

/** What a form will lead to, as far as it is filled in. Always in the page, so that it is announced when it fills. */
export function FormNote({ tone = 'message', children }: FormNoteProps) {
  return (
    <div role="status" className="empty:hidden">
      {children ? (
        <p className={cn('rounded-control px-3 py-2 text-dense', tones[tone])}>{children}</p>
      ) : null}
    </div>
  );
}
