'use client';

import { useState } from 'react';
import { type Narration, narrate } from '@/lib/event-sourcing/narrate';
import type { Plan, RevertRequest } from '@/lib/event-sourcing/plan';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Time } from '../ui/time';
import { EventMark } from './event-mark';

interface PlanStepsProps {
  log: RecordLog;
  plan: Plan;
  request: RevertRequest;
}

/** More are shown when they are asked for: a restore may come to hundreds. */
const shownAtFirst = 8;

/** The events that a plan appends, in their order, drawn as a chain. */
export function PlanSteps({ log, plan, request }: PlanStepsProps) {
  const { reverts } = plan;
  const [all, showAll] = useState(false);
  const shown = all ? reverts : reverts.slice(0, shownAtFirst);
  const hidden = reverts.length - shown.length;
  return (
    <>
      <ol className="flex flex-col">
        {shown.map(({ revertsVersion }, index) => (
          <Step
            key={revertsVersion}
            log={log}
            reverts={revertsVersion}
            isLast={index === shown.length - 1}
            isChosen={request.button === 'cascade' && isOf(log, revertsVersion, request.version)}
          />
        ))}
      </ol>
      {hidden > 0 ? (
        <Button size="small" className="mt-3" onClick={() => showAll(true)}>
          Show the other {hidden}
        </Button>
      ) : null}
    </>
  );
}

const isOf = ({ history }: RecordLog, version: number, chosen: number): boolean =>
  history.operationOf(version) === history.operationOf(chosen);

interface StepProps {
  log: RecordLog;
  /** The event that this step takes back. */
  reverts: number;
  isLast: boolean;
  /** The change that the person asked about, among those that go with it. */
  isChosen: boolean;
}

function Step({ log, reverts, isLast, isChosen }: StepProps) {
  const { history } = log;
  const base = history.event(history.baseOf(reverts));
  const told = narrate(log, base.version);
  const redoes = history.takesOut(reverts);
  const by = redoes ? history.event(reverts) : null;
  return (
    <li className="grid grid-cols-[0.75rem_minmax(0,1fr)] gap-x-2.5">
      <span aria-hidden="true" className="flex flex-col items-center">
        <EventMark narration={markOf(told)} className="mt-1 shrink-0" />
        {isLast ? null : <span className="my-0.5 w-px flex-1 bg-line-strong" />}
      </span>
      <div className={isLast ? undefined : 'pb-3'}>
        <p className="text-dense text-ink">
          <strong className="font-semibold text-undo">{redoes ? 'Re-apply' : 'Undo'}</strong>{' '}
          <strong className="font-semibold">
            <bdi>{base.actor.name}</bdi>
          </strong>{' '}
          {told.sentence}
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-label text-ink-2">
          <span>
            Event {base.version} · <Time at={base.occurredAt} show="minute" />
          </span>
          {by ? (
            <span>
              undone by <bdi>{by.actor.name}</bdi>, event {by.version}
            </span>
          ) : null}
          {isChosen ? <Badge tone="undo">The change you chose</Badge> : null}
        </p>
      </div>
    </li>
  );
}

/** What is to be undone looks as it does while it stands. */
const markOf = (told: Narration) => ({ ...told, inForce: true });
