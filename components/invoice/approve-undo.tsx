'use client';

import { useMemo } from 'react';
import type { RevertRequest } from '@/lib/event-sourcing/plan';
import type { KeptApproval } from '@/lib/invoice/invoice';
import { UndoDialog } from '../history/undo-dialog';
import { confirmStep } from './confirm-steps';
import type { InvoiceFormProps } from './use-command-form';

interface ApproveUndoProps extends InvoiceFormProps {
  approval: KeptApproval;
  /** The event whose change is to be undone. */
  version: number;
}

/** Agrees to an undo that somebody else asked for, with what it comes to in view. */
export function ApproveUndo({ invoice, approval, version, onClose }: ApproveUndoProps) {
  const request = useMemo<RevertRequest>(() => ({ button: 'row', version }), [version]);
  const step = confirmStep('approve_request', invoice, approval.id, '');
  if (!step) return null;
  return (
    <UndoDialog request={request} through={{ ...step, asks: false }} onClose={onClose} onDone={onClose} />
  );
}
