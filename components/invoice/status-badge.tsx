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

interface StatusBadgeProps {
  status: Status;
  overdue?: boolean;
  disputed?: boolean;
  awaitsApproval?: boolean;
}

/** An invoice's status, and what is to be known beside it. Overdue is no status, since no event makes it true. */
export function StatusBadge({
  status,
  overdue = false,
  disputed = false,
  awaitsApproval = false,
}: StatusBadgeProps) {
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Badge tone={tones[status]}>{statusLabels[status]}</Badge>
      {overdue ? <Badge tone="danger">Overdue</Badge> : null}
      {disputed ? <Badge tone="danger">Disputed</Badge> : null}
      {awaitsApproval ? <Badge tone="money-out">Awaiting approval</Badge> : null}
    </span>
  );
}
