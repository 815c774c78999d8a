'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { isolated } from '@/lib/event-sourcing/isolated';
import { type ExplainedRefusal, explain, narrate } from '@/lib/event-sourcing/narrate';
import { planRequest, type RevertRequest, versionsOf } from '@/lib/event-sourcing/plan';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { loadPart } from '../ui/load-part';
import { showToast } from '../ui/toast';
import type { AskedReason } from './asked-reason';
import { type RecordView, useRecord } from './record-context';

const ReasonDialog = dynamic(
  () => loadPart(() => import('./reason-dialog').then((module) => module.ReasonDialog)),
  { ssr: false },
);

export interface Undo {
  /** Undoes or re-applies: at once, or after asking for a reason; says why where it can't. */
  ask(request: RevertRequest): void;
  /** Why this request would be refused, or null; asks the planner that the server asks. */
  refusalOf(request: RevertRequest): string | null;
}

const Context = createContext<Undo | null>(null);

export function useUndo(): Undo {
  const undo = useContext(Context);
  if (!undo) throw new Error('useUndo needs an UndoProvider above it.');
  return undo;
}

/** Undo and redo for the toolbar, the shortcuts and the rows: one way, one dialog, one kind of answer. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const { log, rights, reader, locked, revert } = useRecord();
  const [asked, setAsked] = useState<AskedReason | null>(null);

  const refusalOf = useCallback(
    (request: RevertRequest) => {
      if (locked) return locked;
      const result = planRequest(log, request, rights);
      return result.ok ? null : inWords(explain(log, result.refusal, reader, rights));
    },
    [log, rights, reader, locked],
  );

  const ask = useCallback(
    (request: RevertRequest) => {
      if (request.button === 'list' && request.versions.length === 0) {
        void showToast({
          title:
            request.cause === 'undo' ? 'You have nothing to undo here.' : 'You have nothing to redo here.',
        });
        return;
      }
      const refusal = refusalOf(request);
      if (refusal) {
        void showToast({ title: refusal, tone: 'problem' });
        return;
      }
      const result = planRequest(log, request, rights);
      if (!result.ok) return;
      const what = describeRequest(log, request);
      if (result.plan.reasonRequired) setAsked({ request, ...what, consequences: result.plan.consequences });
      else void carryOut(revert, request, what, null);
    },
    [log, rights, refusalOf, revert],
  );

  const undo = useMemo(() => ({ ask, refusalOf }), [ask, refusalOf]);
  return (
    <Context value={undo}>
      {children}
      {asked ? (
        <ReasonDialog
          asked={asked}
          onClose={() => setAsked(null)}
          onConfirm={(reason) => {
            setAsked(null);
            void carryOut(revert, asked.request, asked, reason);
          }}
        />
      ) : null}
    </Context>
  );
}

/** A refusal in one paragraph; of what nothing takes back, with what could be done instead. */
function inWords({ code, message, alternatives }: ExplainedRefusal): string {
  if (code === 'not_yours' || alternatives.length === 0) return message;
  const labels = alternatives.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1));
  return `${message} Instead you could ${labels.slice(0, -1).join(', ')}${labels.length > 1 ? ' or ' : ''}${labels.at(-1)}.`;
}

type What = Pick<AskedReason, 'verb' | 'short'>;

/** Sends a request and tells how it went; what went well can be taken back from where it is told. */
async function carryOut(
  revert: RecordView['revert'],
  request: RevertRequest,
  what: What,
  reason: string | null,
): Promise<void> {
  const result = await revert(request, reason);
  if (!result.ok) {
    void showToast({ title: result.refusal.message, tone: 'problem' });
    return;
  }
  const versions = result.events.map((event) => event.version);
  const undone = what.verb === 'Undo';
  const back: RevertRequest =
    request.button === 'list'
      ? { button: 'list', cause: request.cause === 'undo' ? 'redo' : 'undo', versions }
      : { button: 'row', version: versions[0] ?? 0 };
  const whatBack = { verb: undone ? 'Re-apply' : 'Undo', short: what.short };
  void showToast({
    title: `${undone ? 'Undid' : 'Re-applied'}: ${what.short}`,
    tone: 'success',
    // Not "Undo" or "Redo" again: those are the names of the buttons in the toolbar.
    action: {
      label: undone ? 'Put it back' : 'Take it back',
      onClick: () => void carryOut(revert, back, whatBack, reason),
    },
  });
}

/** What a request would take, in a few words and in a sentence. */
export function describeRequest(
  log: RecordLog,
  request: RevertRequest,
): Omit<AskedReason, 'request' | 'consequences'> {
  const versions = versionsOf(request);
  const [first = 1] = versions;
  const { history } = log;
  const base = narrate(log, history.baseOf(first));
  const more = new Set(versions.map((version) => history.operationOf(version))).size - 1;
  const suffix = more > 0 ? ` and ${more} more` : '';
  return {
    verb: history.takesOut(first) ? 'Re-apply' : 'Undo',
    short: base.short + suffix,
    sentence: `${isolated(history.event(history.baseOf(first)).actor.name)} ${base.sentence}${suffix}.`,
  };
}
