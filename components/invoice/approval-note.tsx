'use client';

import { isAboveLimit } from '@/lib/invoice/four-eyes';
import type { Invoice } from '@/lib/invoice/invoice';
import { formatMoney } from '@/lib/money';
import { useCompany } from '../shell/company-context';
import { FormNote } from '../ui/form-note';

/** Will giving back or giving up this amount wait for a second person? The server decides; this is said before. */
export function useNeedsApproval(amount: number | null, { currency }: Invoice): boolean {
  const company = useCompany();
  return amount !== null && isAboveLimit(amount, currency, company);
}

interface ApprovalNoteProps {
  /** "Refunds": what the limit is on. */
  what: string;
  needed: boolean;
}

/** Names the company's limit where an amount is above it. */
export function ApprovalNote({ what, needed }: ApprovalNoteProps) {
  const { approvalAbove, currency } = useCompany();
  const limit = formatMoney(approvalAbove ?? 0, currency);
  return (
    <FormNote>
      {needed
        ? `${what} above ${limit} need a second person. This becomes a request, which a manager approves or declines.`
        : null}
    </FormNote>
  );
}
