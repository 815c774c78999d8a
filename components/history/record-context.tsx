'use client';

import { createContext, type ReactNode, type RefObject, useContext, useEffect, useMemo, useRef } from 'react';
import type { Person } from '@/lib/access';
import { mayChangeOthersWork, mayWrite, refusalToChange } from '@/lib/access';
import type { OpenedRecord } from '@/lib/event-sourcing/log-part';
import type { Reader } from '@/lib/event-sourcing/narrate';
import type { Asker } from '@/lib/event-sourcing/plan';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import { formatTime } from '@/lib/format-time';
import { useCompany } from '../shell/company-context';
import { useTimeSettings } from '../ui/time-context';
import type { LoadedRecord } from './loaded-record';
import { unpackPart } from './record-query';
import { useFollowing } from './use-following';
import { type Moment, useMoment } from './use-moment';
import { type Older, useOlder } from './use-older';
import { type RecordActions, useRecordEvents, type Writes } from './use-record-events';
import { useWindows } from './use-windows';

/** One record as the page shows it: its log and the ways to change it. Stays the same while the slider moves. */
export interface RecordView extends Writes, Older, Pick<Moment, 'isPast' | 'show' | 'returnToNow'> {
  streamId: string;
  person: Person;
  rights: Asker;
  reader: Reader;
  /** The newest events, on which one can plan; of all but very long records that is all of them. */
  log: RecordLog;
  /** What there is to look at: these, and what was loaded of older ones. */
  loaded: LoadedRecord;
  /** Loads what is around an older version, to look at. */
  want(version: number): void;
  /** The last version that the server has confirmed; later ones are on their way. */
  confirmed: number;
  /** Why this person may change nothing here at all, or null. */
  barred: string | null;
  /** Why nothing can be changed now, or null: the person may not, or the past is in view. */
  locked: string | null;
}

const RecordContext = createContext<RecordView | null>(null);
const MomentContext = createContext<Moment | null>(null);
const SliderContext = createContext<Moment | null>(null);

/** What `RecordProvider` provides. Throws outside of one. */
export function useRecord(): RecordView {
  const view = useContext(RecordContext);
  if (!view) throw new Error('useRecord needs a RecordProvider above it.');
  return view;
}

/** The moment in view. Whoever asks is rendered again for every step of the slider: ask low in the tree. */
export function useMomentInView(): Moment {
  const moment = useContext(MomentContext);
  if (!moment) throw new Error('useMomentInView needs a RecordProvider above it.');
  return moment;
}

/** The moment where the slider stands, for the slider itself: what is in view follows as fast as it can be drawn. */
export function useSliderMoment(): Moment {
  const moment = useContext(SliderContext);
  if (!moment) throw new Error('useSliderMoment needs a RecordProvider above it.');
  return moment;
}

interface RecordProviderProps extends RecordActions {
  /** Named by its page: the registry would bring the rules of every workflow to the browser. */
  workflow: AnyWorkflow;
  person: Person;
  /** The record as the server read it: all of it, or of a long one the newest events. */
  opened: OpenedRecord;
  children: ReactNode;
}

/**
 * Loads a record once, folds its log in the browser with the code the server uses, and keeps both up to date. Works
 * for every workflow.
 */
export function RecordProvider({ workflow, person, opened, children, ...actions }: RecordProviderProps) {
  const { streamId } = opened;
  const settings = useTimeSettings();
  const company = useCompany();
  const rights = useMemo<Asker>(
    () => ({
      actorId: person.id,
      mayWrite: mayWrite(person.role),
      mayChangeOthersWork: mayChangeOthersWork(person.role),
      settings: company,
    }),
    [person, company],
  );
  const asOf = useRef<number | null>(null);
  const initial = useMemo(() => unpackPart(opened.newest), [opened]);
  const { log, confirmed, change, writes } = useRecordEvents({
    workflow,
    streamId,
    opened: initial,
    person,
    rights,
    actions,
    asOf,
  });
  const { loadBack, loading, failed } = useOlder(log, streamId, change);
  const { loaded, want } = useWindows(log, streamId, opened.window);
  const reader = useMemo<Reader>(
    () => ({ id: person.id, formatInstant: (instant) => formatTime(instant, 'minute', settings) }),
    [person.id, settings],
  );
  const { command, revert } = writes;
  const barred = refusalToChange(person.role, workflow.name);
  const base = useMemo(
    () => ({
      streamId,
      person,
      rights,
      reader,
      log,
      loaded,
      want,
      loadBack,
      loading,
      failed,
      confirmed,
      command,
      revert,
      barred,
    }),
    [
      streamId,
      person,
      rights,
      reader,
      log,
      loaded,
      want,
      loadBack,
      loading,
      failed,
      confirmed,
      command,
      revert,
      barred,
    ],
  );
  return (
    <MomentProvider base={base} asOf={asOf}>
      {children}
    </MomentProvider>
  );
}

interface MomentProviderProps {
  /** What stays the same while the slider moves, so that it is not worked out again for every step of it. */
  base: Omit<RecordView, 'isPast' | 'show' | 'returnToNow' | 'locked'>;
  /** The past version in view, for what is sent from there. */
  asOf: RefObject<number | null>;
  children: ReactNode;
}

function MomentProvider({ base, asOf, children }: MomentProviderProps) {
  const { loaded, want, barred } = base;
  const moment = useMoment(loaded, want);
  // A moment that lags behind the hand is one of the record as it was: where that has changed meanwhile, as when what was
  // hoped for was refused, it may hold no more.
  const reached = useMemo(() => ({ moment, loaded }), [moment, loaded]);
  const lagging = useFollowing(reached, moment.held && !moment.plays);
  const inView = lagging.loaded === loaded ? lagging.moment : moment;
  useEffect(() => {
    asOf.current = moment.isPast ? moment.version : null;
  });
  const { isPast, show, returnToNow } = moment;
  const view = useMemo<RecordView>(
    () => ({
      ...base,
      isPast,
      show,
      returnToNow,
      locked: barred ?? (isPast ? 'You are looking at the past. Return to now to change something.' : null),
    }),
    [base, barred, isPast, show, returnToNow],
  );
  return (
    <RecordContext value={view}>
      <SliderContext value={moment}>
        <MomentContext value={inView}>{children}</MomentContext>
      </SliderContext>
    </RecordContext>
  );
}
