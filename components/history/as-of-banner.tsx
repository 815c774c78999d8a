'use client';

import { Columns2, RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { diff, isEmpty } from '@/lib/event-sourcing/changes';
import { explain } from '@/lib/event-sourcing/narrate';
import { formatTime } from '@/lib/format-time';
import { Button } from '../ui/button';
import { PastBanner } from '../ui/past-banner';
import { useTimeSettings } from '../ui/time-context';
import { useCompare } from './compare-context';
import { useMomentInView, useRecord } from './record-context';
import { useUndo } from './undo-context';

/** Says which past moment of the record is in view. Announced when the slider comes to rest. */
export function AsOfBanner() {
  const { log, loaded } = useRecord();
  const { version, pending, isPast, held, returnToNow } = useMomentInView();
  const compare = useCompare();
  const settings = useTimeSettings();
  const later = log.version - version;
  return (
    <div
      role="status"
      aria-live={held || pending !== null ? 'off' : 'polite'}
      className="sticky top-0 z-20 empty:hidden max-lg:top-15"
    >
      {isPast ? (
        <PastBanner
          moment={formatTime(loaded.event(version).occurredAt, 'full', settings)}
          actions={
            <>
              <Button
                icon={<Columns2 aria-hidden="true" />}
                className={onPhone}
                onClick={() => compare(version)}
              >
                <Long short="Compare">with now</Long>
              </Button>
              <RestoreButton version={version} held={held} />
            </>
          }
          onReturn={returnToNow}
        >
          , after event {version} of {log.version}. Read-only; {later} later{' '}
          {later === 1 ? 'change is' : 'changes are'} dimmed.
          {pending === null ? null : ` Event ${pending} is on its way …`}
        </PastBanner>
      ) : null}
    </div>
  );
}

/** For those who may change something: makes the moment in view the present again, after showing what that comes to. */
function RestoreButton({ version, held }: { version: number; held: boolean }) {
  const { log, reader, barred } = useRecord();
  const { askOf } = useUndo();
  // A plan costs more than a frame; whether anything is different at all does not, once the slider rests.
  const same = useMemo(() => {
    // Of what is older it takes the whole way back to tell, which is loaded when somebody asks.
    if (!log.history.holds(version) || version <= log.start.version) return null;
    const end = log.history.endOfAction(version);
    const isSame = !held && isEmpty(diff(log.state, log.stateAt(end)));
    return isSame ? explain(log, { code: 'same_already', version: end }, reader).message : null;
  }, [log, reader, version, held]);
  if (barred) return null;
  return (
    <Button
      icon={<RotateCcw aria-hidden="true" />}
      className={onPhone}
      disabledReason={same}
      onClick={() => askOf(version, () => ({ button: 'restore', version }))}
    >
      <Long short="Restore">this</Long>
    </Button>
  );
}

/** Three buttons fit into a line of a phone only without their icons, and in short. */
const onPhone = 'max-sm:[&_svg]:hidden';

function Long({ short, children }: { short: string; children: string }) {
  return (
    <span>
      {short} <span className="max-sm:sr-only">{children}</span>
    </span>
  );
}
