'use client';

import { type PointerEvent, useRef, useState } from 'react';

/** Buckets from the first to the last of a selection, both included. */
export interface Brushed {
  first: number;
  last: number;
}

export interface Brush {
  /** What is being chosen, before it is shown. */
  brushed: Brushed | null;
  /** The bucket under the pointer. */
  hovered: number | null;
  /** Moves one end by keyboard. */
  move(end: 'first' | 'last', bucket: number): void;
  commit(): void;
  cancel(): void;
  /** For the element that the bars fill from edge to edge. */
  pointer: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(): void;
    onPointerLeave(): void;
  };
}

/** How far along the element a pointer is, from 0 where reading begins to 1; beyond its ends less or more. */
export function alongOf(event: PointerEvent<HTMLElement>): number {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  const part = (event.clientX - left) / width;
  return getComputedStyle(event.currentTarget).direction === 'rtl' ? 1 - part : part;
}

/** Choosing buckets by dragging over them, by pressing one, or by moving either end with the keyboard. */
export function useBrush(count: number, show: (brushed: Brushed) => void): Brush {
  const [brushed, setBrushed] = useState<Brushed | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const anchor = useRef<number | null>(null);

  const bucketAt = (event: PointerEvent<HTMLElement>): number =>
    Math.min(Math.max(Math.floor(alongOf(event) * count), 0), count - 1);
  const drag = (event: PointerEvent<HTMLElement>) => {
    const bucket = bucketAt(event);
    const from = anchor.current ?? bucket;
    return { first: Math.min(from, bucket), last: Math.max(from, bucket) };
  };
  const cancel = () => {
    anchor.current = null;
    setBrushed(null);
  };
  return {
    brushed,
    hovered,
    move: (end, bucket) => {
      const { first, last } = brushed ?? { first: 0, last: count - 1 };
      setBrushed(
        end === 'first'
          ? { first: bucket, last: Math.max(bucket, last) }
          : { first: Math.min(first, bucket), last: bucket },
      );
    },
    commit: () => {
      if (brushed) show(brushed);
      cancel();
    },
    cancel,
    pointer: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        anchor.current = bucketAt(event);
        setBrushed(drag(event));
      },
      onPointerMove: (event) => {
        setHovered(bucketAt(event));
        if (anchor.current !== null) setBrushed(drag(event));
      },
      onPointerUp: (event) => {
        if (anchor.current === null) return;
        show(drag(event));
        cancel();
      },
      onPointerCancel: cancel,
      onPointerLeave: () => setHovered(null),
    },
  };
}
