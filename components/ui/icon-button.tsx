import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button';
import { cn } from './cn';

const squares = { small: 'w-7 px-0', medium: 'w-8 px-0', large: 'w-10 px-0' };

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label' | 'hint'> {
  /** Its accessible name, also shown on hover and focus. */
  label: string;
  icon: ReactNode;
  /** False where the name would only get in the way, as on a row's menu button. */
  tooltip?: boolean;
}

/** A square button with an icon and a name. */
export function IconButton({
  label,
  tooltip = true,
  className,
  variant = 'ghost',
  size,
  ...rest
}: IconButtonProps) {
  return (
    <Button
      {...rest}
      aria-label={label}
      hint={tooltip ? label : undefined}
      variant={variant}
      size={size}
      className={cn(squares[size ?? 'medium'], className)}
    />
  );
}
