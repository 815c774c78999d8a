import type { ComponentProps } from 'react';
import { cn } from './cn';
import { type ControlSize, controlStyles } from './control-styles';

export interface InputProps extends Omit<ComponentProps<'input'>, 'size'> {
  size?: ControlSize;
}

/** A bare text field, for places that bring their own label; elsewhere take `TextField`. */
export function Input({ size, className, ...rest }: InputProps) {
  return <input {...rest} className={cn(controlStyles({ size }), className)} />;
}
