'use client';

import { useCallback, useEffect, useState } from 'react';
import { pauseBetween, type Speed } from './playback-rhythm';
import { useRecord, useSliderMoment } from './record-context';

export interface Playback {
  playing: boolean;
  /** From the moment in view; from the creation where that is now. */
  play(): void;
  /** Stays where it is and puts that into the address. */
  pause(): void;
}

/** So many events ahead are loaded before it comes to them, where the page has not all of them. */
const ahead = 50;

/**
 * Plays the history event by event. The slider is held while it plays, so nothing is written to the address and the
 * server is asked for nothing; whatever commits another moment meanwhile has taken over, and it stops.
 */
export function usePlayback(speed: Speed): Playback {
  const { loaded, want } = useRecord();
  const { version, pending, isPast, held, preview, show, letGo } = useSliderMoment();
  const [playing, setPlaying] = useState(false);
  if (playing && !held) setPlaying(false);

  const pause = useCallback(() => {
    setPlaying(false);
    // Several plays from one moment on are one entry in Back.
    show(version, { step: true });
  }, [show, version]);

  useEffect(() => {
    if (!playing) return;
    // It goes on as soon as the events are here.
    if (pending !== null) return;
    if (!isPast) {
      pause();
      return;
    }
    want(version + ahead);
    const here = loaded.event(version);
    const next = loaded.holds(version + 1) ? loaded.event(version + 1) : here;
    const timer = window.setTimeout(
      () => preview(version + 1, { plays: true }),
      pauseBetween(here.occurredAt, next.occurredAt, speed),
    );
    return () => window.clearTimeout(timer);
  }, [playing, pending, isPast, loaded, want, version, speed, preview, pause]);

  useEffect(() => {
    if (!playing) return;
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && pause();
    const onVisibility = () => document.hidden && pause();
    // Back has moved the address itself: what was played is left as it was.
    window.addEventListener('popstate', letGo);
    window.addEventListener('keydown', onKeyDown);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('popstate', letGo);
      window.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [playing, pause, letGo]);

  const play = () => {
    preview(isPast ? version : 1, { plays: true });
    setPlaying(true);
  };
  return { playing, play, pause };
}
