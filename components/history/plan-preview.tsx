'use client';

import { type ReactNode, useId } from 'react';
import { explain, narrate, type Reader, tell } from '@/lib/event-sourcing/narrate';
import type { Plan, RevertRequest } from '@/lib/event-sourcing/plan';
import type { Stay } from '@/lib/event-sourcing/plan-refusal';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import type { DescribedChange } from '@/lib/event-sourcing/workflow';
import { Time } from '../ui/time';
import { ChangeTable } from './change-table';
import { asOne } from './compare-states';
import { PlanSteps } from './plan-steps';

interface PlanPreviewProps {
  log: RecordLog;
  plan: Plan;
  request: RevertRequest;
  reader: Reader;
}

/** What a plan will do: the events it appends, the exact difference, what it leaves and why. */
export function PlanPreview({ log, plan, request, reader }: PlanPreviewProps) {
  const { reverts, stays } = plan;
  const count = reverts.length;
  return (
    <>
      <Section
        title={count === 1 ? 'One event is added to the history' : `${count} events are added, in this order`}
      >
        <PlanSteps {...{ log, plan, request }} />
      </Section>
      <Section title="What changes">
        <Differences rows={rowsOf(log, plan)} none="Nothing that is shown on the record." />
      </Section>
      {stays.length > 0 ? (
        <Section title="What stays, and why">
          <ul className="flex flex-col gap-2.5">
            {stays.map((stay) => (
              <Staying key={stay.version} {...{ log, stay, reader }} />
            ))}
          </ul>
        </Section>
      ) : null}
      {request.button === 'restore' && stays.length > 0 ? (
        <Section title={`What will still differ from event ${log.history.endOfAction(request.version)}`}>
          <Differences
            rows={leftOf(log, plan, request.version)}
            none="Nothing that is shown on the record."
          />
        </Section>
      ) : null}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-2 text-dense font-semibold text-ink">
        {title}
      </h3>
      {children}
    </section>
  );
}

function Differences({ rows, none }: { rows: readonly DescribedChange[]; none: string }) {
  return rows.length > 0 ? <ChangeTable changes={rows} /> : <p className="text-dense text-ink-2">{none}</p>;
}

/** The difference to now; of a single event as the history will tell it. */
function rowsOf(log: RecordLog, { reverts, changes, state }: Plan): readonly DescribedChange[] {
  const [only] = reverts;
  const event = only && reverts.length === 1 ? { ...only.event, changes } : asOne(changes);
  return log.workflow.describeChanges(event, log.state, state);
}

function leftOf(log: RecordLog, { left, state }: Plan, version: number): readonly DescribedChange[] {
  return log.workflow.describeChanges(asOne(left), state, log.stateAt(log.history.endOfAction(version)));
}

function Staying({ log, stay, reader }: { log: RecordLog; stay: Stay; reader: Reader }) {
  const { history } = log;
  const event = history.event(stay.version);
  // Some reasons begin by telling the event itself, which stands above them here.
  const told = tell(log, stay.version, reader);
  const why = explain(log, stay.refusal, reader).message;
  return (
    <li className="border-s-2 border-line ps-2.5">
      <p className="text-dense text-ink">
        <strong className="font-semibold">
          <bdi>{event.actor.name}</bdi>
        </strong>{' '}
        {narrate(log, stay.version).sentence}
      </p>
      <p className="mt-0.5 text-label text-ink-2">
        Event {stay.version} · <Time at={event.occurredAt} show="minute" />
      </p>
      <p className="mt-1 text-dense text-ink-2">
        {why.startsWith(told) ? why.slice(told.length).trim() : why}
      </p>
    </li>
  );
}
