'use client';

import { Printer } from 'lucide-react';
import { buttonStyles } from './button-styles';

/** Opens the browser's own dialog to print the page. */
export function PrintButton() {
  return (
    <button type="button" className={buttonStyles({ variant: 'primary' })} onClick={() => window.print()}>
      <Printer aria-hidden="true" />
      Print
    </button>
  );
}
