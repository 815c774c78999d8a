'use client';

import { Ellipsis } from 'lucide-react';
import type { Invoice } from '@/lib/invoice/invoice';
import { refusalOf } from '@/lib/invoice/lawful';
import type { InvoiceAction } from '@/lib/invoice/next-action';
import { useRecord } from '../history/record-context';
import { MenuIconButton } from '../ui/menu-button';
import { useInvoiceActs } from './use-invoice-acts';

interface PartAction {
  action: Exclude<InvoiceAction, 'duplicate_as_draft'>;
  label: string;
  tone?: 'danger';
  /** Why it can't be done to this part, where that is more than the invoice's own reason. */
  disabledReason?: string | null;
}

interface PartActionsProps {
  /** "Actions for payment €40.00 of 12 Nov 2026". */
  label: string;
  childId: string;
  actions: readonly PartAction[];
}

/** The menu of one part of the document: a line, a payment, a note. Nothing for who only reads. */
export function PartActions({ label, childId, actions }: PartActionsProps) {
  const { log, rights, locked } = useRecord();
  const { act } = useInvoiceActs();
  if (!rights.mayWrite || actions.length === 0) return null;
  const items = () =>
    actions.map(({ action, label, tone, disabledReason }) => ({
      label,
      disabledReason: locked ?? disabledReason ?? refusalOf(action, log.state as Invoice)?.message ?? null,
      onSelect: () => act(action, childId),
      ...(tone ? { tone } : {}),
    }));
  return <MenuIconButton label={label} size="small" icon={<Ellipsis aria-hidden="true" />} items={items} />;
}
