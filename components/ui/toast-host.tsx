'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { hostToasts } from './toast';

const Toaster = dynamic(() => import('./toaster').then((module) => module.Toaster), { ssr: false });

/** Keeps a place for toasts, which is filled with the first one. Once a page, in its layout. */
export function ToastHost() {
  const [wanted, setWanted] = useState(false);
  const [ready] = useState(promiseWithResolve);
  useEffect(
    () =>
      hostToasts(() => {
        setWanted(true);
        return ready.promise;
      }),
    [ready],
  );
  return wanted ? <Toaster onReady={ready.resolve} /> : null;
}

interface PromiseWithResolve {
  promise: Promise<void>;
  resolve: () => void;
}

function promiseWithResolve(): PromiseWithResolve {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
