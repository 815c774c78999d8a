'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { explain } from '@/lib/event-sourcing/narrate';
import { planRequest, type RevertRequest } from '@/lib/event-sourcing/plan';
import { loadPart } from '../ui/load-part';
import { showToast } from '../ui/toast';
import { CompareProvider } from './compare-context';
import type { InsteadOf } from './instead';
import { type RecordView, useRecord } from './record-context';
import {
  backOf,
  type Done,
  describeRequest,
  doneOf,
  type RequestWords,
  refusalInWords,
} from './request-words';
import { type Spread, spreadOf } from './spread';
import { type FarAsk, useFarAsk } from './use-far-ask';

const SpreadDialog = dynamic(
  () => loadPart(() => import('./spread-dialog').then((module) => module.SpreadDialog)),
  { ssr: false },
);
const UndoDialog = dynamic(
  () => loadPart(() => import('./undo-dialog').then((module) => module.UndoDialog)),
  { ssr: false },
);

export interface Undo extends FarAsk {
  /**
   * Undo and Redo on my own list are carried out at once, or after asking for a reason; everything else is shown before it
   * is done. What can't be done opens the same dialog, with the reason and what can be done instead. Of what was done to
   * many records at once, Undo and Redo ask first whether it is meant here only.
   */
  ask(request: RevertRequest): void;
  /** Why a button can do nothing now at all, or null. */
  lockOn(button: RevertRequest['button']): string | null;
  /** Why this request would be refused, or null; asks the planner that the server asks. */
  refusalOf(request: RevertRequest): RequestRefusal | null;
}

export interface RequestRefusal {
  /** A planner's code; `locked` where nothing can be changed at all. */
  code: string;
  message: string;
  /** Versions of the events that stand in the way. */
  events: readonly number[];
}

const Context = createContext<Undo | null>(null);

export function useUndo(): Undo {
  const undo = useContext(Context);
  if (!undo) throw new Error('useUndo needs an UndoProvider above it.');
  return undo;
}

interface UndoProviderProps {
  insteadOf?: InsteadOf | undefined;
  children: ReactNode;
}

/** Undo, redo and restore for the toolbar, the shortcuts, the rows and the banner: one way, one dialog. */
export function UndoProvider({ insteadOf, children }: UndoProviderProps) {
  const { log, rights, reader, locked, barred, revert, returnToNow } = useRecord();
  const [opened, setOpened] = useState<RevertRequest | null>(null);
  const [spread, setSpread] = useState<{ request: RevertRequest; spread: Spread } | null>(null);
  // Whoever restores may be looking at the past.
  const lockOn = useCallback(
    (button: RevertRequest['button']) => (button === 'restore' ? barred : locked),
    [barred, locked],
  );
  const isShut = opened !== null && lockOn(opened.button) !== null;
  // Back may lead into the past while the dialog is open.
  useEffect(() => {
    if (isShut) setOpened(null);
  }, [isShut]);
  useEffect(() => {
    if (locked) setSpread(null);
  }, [locked]);

  const refusalOf = useCallback(
    (request: RevertRequest): RequestRefusal | null => {
      const lock = lockOn(request.button);
      if (lock) return { code: 'locked', message: lock, events: [] };
      const result = planRequest(log, request, rights);
      if (result.ok) return null;
      const explained = explain(log, result.refusal, reader, rights);
      return { code: result.refusal.code, message: refusalInWords(explained), events: explained.events };
    },
    [log, rights, reader, lockOn],
  );

  const askHere = useCallback(
    (request: RevertRequest) => {
      const result = planRequest(log, request, rights);
      if (request.button !== 'list' || !result.ok || result.plan.reasonRequired) setOpened(request);
      else void carryOut(revert, request, describeRequest(log, request), () => setOpened(request));
    },
    [log, rights, revert],
  );
  const ask = useCallback(
    (request: RevertRequest) => {
      if (request.button === 'list' && request.versions.length === 0) {
        const whose = request.scope === 'anyone' ? 'There is' : 'You have';
        void showToast({ title: `${whose} nothing to ${request.cause} here.` });
        return;
      }
      const lock = lockOn(request.button);
      if (lock) {
        void showToast({ title: lock, tone: 'problem' });
        return;
      }
      const spread = spreadOf(log, request);
      if (spread) setSpread({ request, spread });
      else askHere(request);
    },
    [log, lockOn, askHere],
  );

  const { askOf, askNext } = useFarAsk(ask);
  const undo = useMemo(
    () => ({ ask, askOf, askNext, lockOn, refusalOf }),
    [ask, askOf, askNext, lockOn, refusalOf],
  );
  return (
    <Context value={undo}>
      <CompareProvider>{children}</CompareProvider>
      {spread ? (
        <SpreadDialog
          words={describeRequest(log, spread.request)}
          spread={spread.spread}
          onClose={() => setSpread(null)}
          onHere={() => {
            setSpread(null);
            askHere(spread.request);
          }}
        />
      ) : null}
      {opened ? (
        <UndoDialog
          request={opened}
          insteadOf={insteadOf}
          onClose={() => setOpened(null)}
          onDone={(done) => {
            setOpened(null);
            // What was restored is now: there is nothing more to see in the past.
            if (done.request.button === 'restore') returnToNow();
            tellDone(revert, done);
          }}
        />
      ) : null}
    </Context>
  );
}

/** Sends a request and tells how it went. `onRefused`: where something else could be done instead. */
async function carryOut(
  revert: RecordView['revert'],
  request: RevertRequest,
  words: RequestWords,
  onRefused: () => void,
  reason: string | null = null,
): Promise<void> {
  const result = await revert(request, { reason });
  if (result.ok) tellDone(revert, { request, words, reason, events: result.events });
  else if (result.refusal.alternatives.length > 0) onRefused();
  else void showToast({ title: result.refusal.message, tone: 'problem' });
}

/** Tells what was done; it can be taken back from where it is told. */
function tellDone(revert: RecordView['revert'], { request, words, reason, note, events }: Done): void {
  const back = requestBack(
    request,
    events.map(({ version }) => version),
  );
  void showToast({
    title: doneOf(words),
    ...(note ? { description: note } : {}),
    tone: 'success',
    // Not "Undo" or "Redo" again: those are the names of the buttons in the toolbar.
    action: {
      label: words.verb === 'Undo' ? 'Put it back' : 'Take it back',
      onClick: () => void carryOut(revert, back, backOf(words), () => undefined, reason),
    },
  });
}

function requestBack(request: RevertRequest, versions: readonly number[]): RevertRequest {
  if (request.button === 'list')
    return { ...request, cause: request.cause === 'undo' ? 'redo' : 'undo', versions };
  if (request.button === 'row') return { button: 'row', version: versions[0] ?? 0 };
  // One action over several changes: as a whole it is the next on its author's list.
  return { button: 'list', cause: 'undo', versions };
}
