'use client';

import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { placeBeside } from '../ui/place-beside';
import { Time } from '../ui/time';
import { EventMark } from './event-mark';
import { columnWords } from './mark-words';
import { useRecord } from './record-context';
import { columnOf, columnSize, versionAtPlace } from './slider-places';
import { useColumns } from './use-columns';

/** Half of the slider's thumb: the track begins and ends so far from the edges of the input. */
const inset = 12;

/**
 * Shows which event lies where the pointer is, without going there. Only for a mouse that hovers: who drags sees it
 * above the playhead, and the keyboard and assistive technology are told by the slider itself.
 */
export function SliderPreview({ children }: { children: ReactNode }) {
  const { log } = useRecord();
  const [version, setVersion] = useState<number | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const pointer = useRef(0);

  const onPointerMove = ({ pointerType, buttons, clientX }: PointerEvent) => {
    const box = area.current?.getBoundingClientRect();
    if (pointerType !== 'mouse' || buttons !== 0 || !box) return;
    const along = (clientX - box.left - inset) / (box.width - 2 * inset);
    const isRtl = area.current?.matches(':dir(rtl)');
    pointer.current = clientX;
    setVersion(versionAtPlace(isRtl ? 1 - along : along, log.version));
  };
  const hide = () => setVersion(null);

  const shown = version !== null && version <= log.version ? version : null;
  // Placed beside the pointer whenever it says something else.
  useEffect(() => {
    const [element, box] = [tip.current, area.current?.getBoundingClientRect()];
    if (shown === null || !element || !box) return;
    if (!element.matches(':popover-open')) element.showPopover();
    placeBeside(element, new DOMRect(pointer.current, box.top, 0, box.height), 'top');
  }, [shown]);
  useEffect(() => {
    if (shown === null) return;
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && setVersion(null);
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [shown]);

  return (
    <div
      ref={area}
      className="absolute inset-x-0 top-4 h-6"
      onPointerMove={onPointerMove}
      onPointerLeave={hide}
      onPointerDown={hide}
    >
      {children}
      {shown === null ? null : (
        <div
          ref={tip}
          role="tooltip"
          popover="manual"
          className="pointer-events-none fixed inset-auto m-0 w-max max-w-72 rounded-md border border-line bg-panel px-2.5 py-2 text-start text-label text-ink shadow-popup"
        >
          <PreviewedEvent version={shown} />
        </div>
      )}
    </div>
  );
}

function PreviewedEvent({ version }: { version: number }) {
  const { log, loaded } = useRecord();
  const columns = useColumns();
  const range = columnOf(version, log.version);
  const column = range ? columns[(range.first - 1) / columnSize(log.version)] : undefined;
  return (
    <>
      {loaded.holds(version) ? (
        <Told version={version} />
      ) : (
        <p className="text-ink-2 tabular-nums">
          Event {version} of {log.version}
        </p>
      )}
      {range && column ? (
        <p className="mt-0.5 text-ink-2 tabular-nums">
          The column shows {range.count} events, {range.first} to {range.last}: {columnWords(column)}
        </p>
      ) : null}
    </>
  );
}

function Told({ version }: { version: number }) {
  const { log, loaded } = useRecord();
  const event = loaded.event(version);
  const narration = loaded.narration(version);
  return (
    <>
      <p className="flex items-center gap-1.5 text-ink-2 tabular-nums">
        <EventMark narration={narration} />
        Event {version} of {log.version} · <Time at={event.occurredAt} show="minute" />
      </p>
      <p className="mt-0.5 text-dense">
        <strong className="font-semibold">
          <bdi>{event.actor.name}</bdi>
        </strong>{' '}
        {narration.sentence}
      </p>
    </>
  );
}
