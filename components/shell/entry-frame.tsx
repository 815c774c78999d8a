import type { ReactNode } from 'react';
import { Logo } from './logo';

interface EntryFrameProps {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}

/** The frame of the pages before the sign-in: one card in the middle. */
export function EntryFrame({ title, intro, children }: EntryFrameProps) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-4 py-10">
      <div className="mb-6 ps-1">
        <Logo />
      </div>
      <div className="rounded-card border border-line bg-panel p-6 shadow-card sm:p-8">
        <h1 className="text-title font-semibold text-ink">{title}</h1>
        {intro ? <p className="mt-1 text-body text-ink-2">{intro}</p> : null}
        <div className="mt-5">{children}</div>
      </div>
    </main>
  );
}
