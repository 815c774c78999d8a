import type { Narration } from '@/lib/event-sourcing/narrate';
import { cn } from '../ui/cn';

const tones: Record<Narration['tone'], string> = {
  neutral: 'text-ink-2',
  'money-in': 'text-money-in',
  'money-out': 'text-money-out',
  message: 'text-message',
  undo: 'text-undo',
};

/** The tone of a mark that stands for many events of a kind. */
export const markTones: Record<Narration['kind'], Narration['tone']> = {
  life: 'neutral',
  edit: 'neutral',
  money: 'money-in',
  message: 'message',
  undo: 'undo',
};

/** What an event is about, told by shape first and colour second; hollow when it is not in force. */
export function EventMark({
  narration,
  className,
}: {
  narration: Pick<Narration, 'kind' | 'tone' | 'inForce'>;
  className?: string;
}) {
  const { kind, tone, inForce } = narration;
  const ring = kind === 'undo' || !inForce;
  const shape = { fill: ring ? 'var(--panel)' : 'currentColor', stroke: 'currentColor', strokeWidth: 1.75 };
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className={cn('size-3', tones[tone], className)}>
      {kind === 'life' ? <rect x="2" y="2" width="8" height="8" rx="1.5" {...shape} /> : null}
      {kind === 'edit' ? <circle cx="6" cy="6" r="3.75" {...shape} /> : null}
      {kind === 'undo' ? <circle cx="6" cy="6" r="4" {...shape} strokeWidth={2.25} /> : null}
      {kind === 'money' ? <path d="M6 1.2 10.8 6 6 10.8 1.2 6Z" {...shape} /> : null}
      {kind === 'message' ? <path d="M1.6 2.6h8.8L6 10Z" {...shape} strokeLinejoin="round" /> : null}
    </svg>
  );
}
