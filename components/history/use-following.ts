'use client';

import { useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** A hand that has not moved for so long rests, in milliseconds: it looks at what it found. */
const restsAfter = 150;
/** Two frames are so far apart at most when none was missed, in milliseconds: a 60th of a second, and some slack. */
const longestFrame = 21;

/**
 * What follows a hand that moves, as fast as the machine can draw it: at every frame where that takes less than one, and
 * else as soon as the hand rests. So the hand itself is never held up, however slow the machine and long the record.
 *
 * @param value what the hand is at
 * @param isMoving is it on its way? Else what follows is there at once
 */
export function useFollowing<T>(value: T, isMoving: boolean): T {
  const [shown, show] = useState(value);
  const missedFrame = useRef(false);
  useEffect(() => {
    if (!missedFrame.current || !isMoving) {
      show(value);
      return;
    }
    const timer = window.setTimeout(() => {
      missedFrame.current = false;
      show(value);
    }, restsAfter);
    return () => window.clearTimeout(timer);
  }, [value, isMoving]);

  const followed = useDeferredValue(isMoving ? shown : value);
  // What was just put into the page is drawn between the next frame and the one after.
  useLayoutEffect(() => {
    void followed;
    let frame = requestAnimationFrame((drawn) => {
      frame = requestAnimationFrame((next) => {
        if (next - drawn > longestFrame) missedFrame.current = true;
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [followed]);
  return followed;
}
