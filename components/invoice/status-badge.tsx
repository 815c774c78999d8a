import { type Status, statusLabels } from '@/lib/invoice/status';
import { Badge, type BadgeTone } from '../ui/badge';

const tones: Record<Status, BadgeTone> = {
  draft: 'neutral',
  open: 'message',
  partially_paid: 'money-out',
  paid: 'money-in',
  uncollectible: 'danger',
  void: 'neutral',
  discarded: 'neutral',
};

/** An invoice's status; overdue is a flag beside it, since no event makes it true. */
export function StatusBadge({ status, overdue = false }: { status: Status; overdue?: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Badge tone={tones[status]}>{statusLabels[status]}</Badge>
      {overdue ? <Badge tone="danger">Overdue</Badge> : null}
    </span>
  );
}
