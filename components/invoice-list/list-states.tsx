import { ReceiptText, SearchX } from 'lucide-react';
import type { PastSense } from '@/lib/past-sense';
import { NewInvoiceLink } from '../invoice/new-invoice-link';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { RemovableFilters } from './filter-chips';
import type { FilterChip } from './filter-words';
import type { FilterAddress } from './list-address';

/** Nobody has written an invoice yet. */
export function NoInvoices({ mayWrite }: { mayWrite: boolean }) {
  return (
    <EmptyState
      icon={<ReceiptText />}
      title={<h2>There are no invoices yet</h2>}
      action={<NewInvoiceLink mayWrite={mayWrite} />}
    >
      {mayWrite
        ? 'Write the first one. It begins as a draft, and from then on every change to it is kept: who made it, when, and what it was before.'
        : 'As soon as somebody writes one it is here, with every change that is made to it.'}
    </EmptyState>
  );
}

/** At the moment in view there was no invoice, or none that anybody knew of. */
export function NothingThen({ sense }: { sense: PastSense }) {
  return sense === 'known' ? (
    <EmptyState icon={<ReceiptText />} title={<h2>No invoice had been recorded by then</h2>}>
      What happened before and was recorded later is in the list as it was.
    </EmptyState>
  ) : (
    <EmptyState icon={<ReceiptText />} title={<h2>There was no invoice yet</h2>}>
      The first one was written later than this.
    </EmptyState>
  );
}

interface NoMatchProps {
  chips: readonly FilterChip[];
  onRemove(param: keyof FilterAddress): void;
  onClear(): void;
}

/** Nothing is left by the filters: which they are, each with its way out. */
export function NoMatch({ chips, onRemove, onClear }: NoMatchProps) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={<h2>No invoice matches</h2>}
      action={<Button onClick={onClear}>Clear filters</Button>}
    >
      {chips.length > 1
        ? 'No invoice is all of this at once. Take one of them away, or all.'
        : 'Take the filter away, or search by a part of a number or of a customer’s name.'}
      <div className="mt-3 flex flex-wrap justify-center gap-1.5">
        <RemovableFilters chips={chips} onRemove={onRemove} />
      </div>
    </EmptyState>
  );
}
