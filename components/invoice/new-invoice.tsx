'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import { NewInvoiceForm, type NewInvoiceProps } from './new-invoice-form';

/**
 * The form for a new invoice, and a fresh one for the next. A page that is left stays alive out of sight, with all
 * that was typed, so that coming back finds it; but what was saved or given up must not come back.
 */
export function NewInvoice(props: NewInvoiceProps) {
  const [round, setRound] = useState(0);
  const done = useRef(false);
  useLayoutEffect(
    () => () => {
      if (!done.current) return;
      done.current = false;
      setRound((before) => before + 1);
    },
    [],
  );
  const onDone = () => {
    done.current = true;
  };
  return <NewInvoiceForm key={round} {...props} onDone={onDone} />;
}
