'use client';

import { useEffect, useState } from 'react';

const pauseInTyping = 150;

/** The text once it has been left alone for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), pauseInTyping);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}
