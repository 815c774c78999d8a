'use client';

import { isolated } from '@/lib/event-sourcing/isolated';
import { requested } from '@/lib/invoice/describe-money';
import { refusalToDecide } from '@/lib/invoice/four-eyes';
import type { Invoice, KeptApproval } from '@/lib/invoice/invoice';
import { refusalToApprove } from '@/lib/invoice/requests';
import { FieldHistoryButton, fieldArea } from '../history/field-history-button';
import { useRecord } from '../history/record-context';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { Time } from '../ui/time';
import { MarkNote } from './mark-note';
import { markStyle, type Part, partsInView, type Shown } from './parts-in-view';
import { useInvoiceActs } from './use-invoice-acts';

/** What waits for a second person, before all else; in the past also what the event in view decided. */
export function RequestsCallout({ shown }: { shown: Shown }) {
  const parts = partsInView('approvals', shown).filter(
    ({ child, mark, changes }) => child.outcome === null || mark !== null || changes.outcome,
  );
  if (parts.length === 0) return null;
  return (
    <Card className="mb-3 border-money-out/50 bg-money-out-soft px-4 py-3.5 sm:px-7">
      <h2 className="sr-only">Requests</h2>
      <ul className="flex flex-col gap-4">
        {parts.map((part) => (
          <Request key={part.child.id} part={part} invoice={shown.state} />
        ))}
      </ul>
    </Card>
  );
}

function Request({ part, invoice }: { part: Part<KeptApproval>; invoice: Invoice }) {
  const { child, mark, changes } = part;
  const answered = changes.outcome && child.outcome;
  const open = child.outcome === null && mark !== 'gone';
  const refusal = open ? refusalToApprove(child, invoice) : null;
  return (
    <li
      className={cn(
        fieldArea,
        'flex flex-wrap items-center justify-between gap-x-6 gap-y-3',
        markStyle(mark),
      )}
    >
      <div className="min-w-0 flex-1 basis-64 text-dense text-ink">
        <p>
          <strong>
            <bdi>{child.requestedBy}</bdi>
          </strong>{' '}
          asks for approval of <strong>{requested(child, invoice)}</strong>
          <MarkNote mark={mark} />
          <FieldHistoryButton
            id={`approvals.${child.id}`}
            label="Request"
            of={isolated(child.requestedBy)}
            className="ms-1"
          />
        </p>
        <p className="mt-0.5 break-words text-ink-2">
          <Time at={child.requestedAt} show="minute" />
          {child.reason ? (
            <>
              : “<bdi>{child.reason}</bdi>”
            </>
          ) : null}
        </p>
        {refusal ? <p className="mt-1 font-medium">This can’t go ahead any more. {refusal.message}</p> : null}
      </div>
      {answered ? (
        <Badge tone={answered === 'granted' ? 'money-in' : 'danger'}>
          {answered === 'granted' ? 'Approved here' : 'Declined here'}
        </Badge>
      ) : null}
      {open ? <Answers approval={child} /> : null}
    </li>
  );
}

/** Approve and Decline for who may, with the reason for who may not; whoever asked can withdraw it. */
function Answers({ approval }: { approval: KeptApproval }) {
  const { log, person, rights, locked } = useRecord();
  const { act } = useInvoiceActs();
  const invoice = log.state as Invoice;
  const who = { id: person.id, mayApprove: rights.mayChangeOthersWork };
  const notTheirs = locked ?? refusalToDecide(approval, who)?.message ?? null;
  const unlawful = refusalToApprove(approval, invoice)?.message ?? null;
  return (
    <div className="flex flex-wrap gap-2">
      {approval.requestedById === person.id ? (
        <Button disabledReason={locked} onClick={() => act('withdraw_request', approval.id)}>
          Withdraw request
        </Button>
      ) : (
        <Button disabledReason={notTheirs} onClick={() => act('decline_request', approval.id)}>
          Decline
        </Button>
      )}
      <Button disabledReason={notTheirs ?? unlawful} onClick={() => act('approve_request', approval.id)}>
        Approve
      </Button>
    </div>
  );
}
