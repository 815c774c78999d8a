'use client';

import { useEffect, useRef, useState } from 'react';

/** How wide an element is, in whole pixels; 0 until it is known. */
export function useWidth<E extends HTMLElement = HTMLDivElement>() {
  const frame = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
}
