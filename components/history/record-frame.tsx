'use client';

import { type ReactNode, useState } from 'react';
import { usePreferences } from '../shell/preferences-context';
import { cn } from '../ui/cn';
import { Switch } from '../ui/switch';
import { AlsoHere, AlsoHereStatus, useAlsoHere } from './also-here';
import { AsOfBanner } from './as-of-banner';
import { BehindNotice } from './behind-notice';
import { FieldHistoryProvider, type LoadFieldHistory } from './field-history-context';
import { HistoryFeed } from './history-feed';
import type { InsteadOf } from './instead';
import { OlderNotice } from './older-notice';
import { OthersChanges } from './others-changes';
import { RecordCommands } from './record-commands';
import { useRecord } from './record-context';
import { TimelineSlider } from './timeline-slider';
import { UndoBar, UndoShortcuts } from './undo-bar';
import { UndoProvider } from './undo-context';

interface RecordFrameProps {
  /** What the record is and what can be done with it; `UndoBar` has its place there from 640 px up. */
  header: ReactNode;
  /** What the left panel is called: on narrow screens it is a tab. */
  panel?: string;
  /** How the workflow's own commands are given where a refusal offers one instead. */
  insteadOf?: InsteadOf;
  loadFieldHistory: LoadFieldHistory;
  /** The record at the moment in view. */
  children: ReactNode;
}

/**
 * The page of one record of any workflow, below a `RecordProvider`: what it is and what can be done, where I am in
 * time, the record as it was beside how it came to be.
 */
export function RecordFrame({
  header,
  panel = 'Document',
  insteadOf,
  loadFieldHistory,
  children,
}: RecordFrameProps) {
  const [historyShown, showHistory] = useState(false);
  return (
    <UndoProvider insteadOf={insteadOf}>
      <UndoShortcuts />
      <RecordCommands />
      <OthersChanges />
      <FieldHistoryProvider load={loadFieldHistory} onGoTo={() => showHistory(true)}>
        <div className="flex flex-col gap-3 overflow-x-clip px-page py-4 max-sm:min-h-[calc(100dvh-3.25rem)] max-sm:pb-0 lg:h-dvh lg:pb-0">
          {header}
          <div className="print:hidden max-sm:sticky max-sm:bottom-0 max-sm:mt-auto max-sm:z-20 max-sm:order-last max-sm:-mx-4 max-sm:border-t max-sm:border-line max-sm:bg-background max-sm:px-4 max-sm:py-2">
            <TimelineSlider />
            <UndoBar className="mt-2 sm:hidden" />
          </div>
          <AsOfBanner />
          <BehindNotice />
          <OlderNotice />
          <Panels name={panel} historyShown={historyShown} onShow={showHistory}>
            {children}
          </Panels>
        </div>
      </FieldHistoryProvider>
    </UndoProvider>
  );
}

interface PanelsProps {
  name: string;
  /** Where there is room for one at a time. */
  historyShown: boolean;
  onShow(history: boolean): void;
  children: ReactNode;
}

/**
 * Side by side the two have their size from the page, so nothing within one can move anything outside of it. Saying so is
 * what lets the document follow the slider at every frame: the browser lays out again only what changed.
 */
const besideOthers = 'lg:contain-strict print:contain-none!';

/** Side by side where there is room; else one at a time. The history scrolls by itself. */
function Panels({ name, historyShown, onShow, children }: PanelsProps) {
  const { log } = useRecord();
  const { chosen, choose } = usePreferences();
  const others = useAlsoHere();
  return (
    <>
      <AlsoHereStatus names={others} />
      <div className="flex items-center gap-1 border-b border-line lg:hidden">
        {[name, 'History'].map((panel) => {
          const shown = (panel === 'History') === historyShown;
          return (
            <button
              key={panel}
              type="button"
              aria-pressed={shown}
              onClick={() => onShow(panel === 'History')}
              className={cn(
                '-mb-px min-h-9 border-b-2 border-transparent px-3 text-dense font-medium text-ink-2',
                shown && 'border-accent text-accent',
              )}
            >
              {panel}
            </button>
          );
        })}
        <span className="ms-auto">
          <AlsoHere names={others} />
        </span>
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] gap-x-5 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26.5rem)]">
        <section
          aria-label={name}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
          tabIndex={0}
          className={cn(
            'min-h-0 print:overflow-visible! lg:-m-1 lg:block lg:overflow-y-auto lg:p-1 lg:pb-6',
            besideOthers,
            historyShown && 'max-lg:hidden',
          )}
        >
          {children}
        </section>
        <section
          aria-label="Events"
          className={cn('flex min-h-0 flex-col', besideOthers, !historyShown && 'max-lg:hidden')}
        >
          <div className="flex flex-wrap items-center justify-between gap-x-3 px-2.5 pt-1 pb-2">
            <h2 className="text-body font-semibold text-ink">
              History{' '}
              <span className="font-normal text-ink-2 tabular-nums">
                {log.version} {log.version === 1 ? 'event' : 'events'}
              </span>
            </h2>
            <span className="ms-auto max-lg:hidden">
              <AlsoHere names={others} />
            </span>
            <Switch
              checked={chosen.undone === 'folded'}
              onChange={(fold) => choose('undone', fold ? 'folded' : 'shown')}
            >
              Fold undone changes
            </Switch>
          </div>
          <HistoryFeed />
        </section>
      </div>
    </>
  );
}
