'use client';

import type { ReactNode } from 'react';

interface SwitchProps {
  checked: boolean;
  onChange(checked: boolean): void;
  children: ReactNode;
}

/** On or off, at once. The platform's checkbox drawn as a switch of 28 × 16 px in a target of 24 px. */
export function Switch({ checked, onChange, children }: SwitchProps) {
  return (
    <label className="inline-flex min-h-6 cursor-pointer items-center gap-1.5 text-label text-ink-2">
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="switch h-6 w-7 shrink-0 cursor-pointer rounded-sm"
      />
      {children}
    </label>
  );
}
