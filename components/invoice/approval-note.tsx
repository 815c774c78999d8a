'use client';

import { type Giving, needsApproval } from '@/lib/invoice/approval-limit';
import type { Invoice } from '@/lib/invoice/invoice';
import { formatMoney } from '@/lib/money';
import { useCompany } from '../shell/company-context';
import { FormNote } from '../ui/form-note';

/** Will giving this amount back, or up, wait for a second person? The server decides; this is said before. */
export function useNeedsApproval(giving: Giving, amount: number | null, invoice: Invoice): boolean {
  const company = useCompany();
  return amount !== null && needsApproval(giving, amount, invoice, company);
}

interface ApprovalNoteProps {
  /** "Refunds": what the limit is on. */
  what: string;
  needed: boolean;
}

/** Names the company's limit where an amount is above it, with what was given alone before. */
export function ApprovalNote({ what, needed }: ApprovalNoteProps) {
  const { approvalAbove, currency } = useCompany();
  const limit = formatMoney(approvalAbove ?? 0, currency);
  return (
    <FormNote>
      {needed
        ? `${what} above ${limit} need a second person, also in several steps. This becomes a request, which a manager approves or declines.`
        : null}
    </FormNote>
  );
}
