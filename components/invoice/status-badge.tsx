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
    // Words of a line rather than a flex box, whose least width in a table would be that of all of them side by side.
    <span className="inline-block whitespace-normal [&>*]:my-0.5 [&>*]:align-middle [&>*:not(:last-child)]:me-1.5">
      <Badge tone={tones[status]}>{statusLabels[status]}</Badge>
      {flags.map((flag) => (
        <Badge key={flag} tone={flagTones[flag]}>
          {flagLabels[flag]}
        </Badge>
      ))}
    </span>
  );
}
