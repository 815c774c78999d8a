import type { ComponentProps } from 'react';
import { cn } from './cn';

/** A white panel with one hairline. Bring your own padding: documents want 28 px, tables none. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={cn('rounded-card border border-line bg-panel shadow-card', className)} />;
}
