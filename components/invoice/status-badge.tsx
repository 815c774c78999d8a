import { flagLabels, type InvoiceFlag } from '@/lib/invoice/invoice-filters';
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

const flagTones: Record<InvoiceFlag, BadgeTone> = {
  overdue: 'danger',
  disputed: 'danger',
  awaiting_approval: 'money-out',
  overpaid: 'money-out',
};

interface StatusBadgeProps {
  status: Status;
  /** From `flagsOf`. */
  flags: readonly InvoiceFlag[];
}

/** An invoice's status, and what is to be known beside it. Overdue is no status, since no event makes it true. */
export function StatusBadge({ status, flags }: StatusBadgeProps) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 gap-y-1">
      <Badge tone={tones[status]}>{statusLabels[status]}</Badge>
      {flags.map((flag) => (
        <Badge key={flag} tone={flagTones[flag]}>
          {flagLabels[flag]}
        </Badge>
      ))}
    </span>
  );
}
