'use client';

import dynamic from 'next/dynamic';
import { type ComponentProps, useRef, useState } from 'react';
import { Button, type ButtonProps } from './button';
import { IconButton } from './icon-button';
import { loadPart } from './load-part';
import type { MenuItem } from './menu-items';

const loadPopup = () => import('./menu-popup').then((module) => module.MenuPopup);
const MenuPopup = dynamic(() => loadPart(loadPopup), { ssr: false });
/** Ahead of need; whoever needs it hears of a failure. */
const loadAhead = () => void loadPopup().catch(() => undefined);

interface MenuProps {
  /** A function where it takes work to tell what can be done: it is asked when the menu opens. */
  items: readonly MenuItem[] | (() => readonly MenuItem[]);
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
}

type MenuButtonProps = MenuProps & Omit<ButtonProps, 'onClick'>;
type MenuIconButtonProps = MenuProps & Omit<ComponentProps<typeof IconButton>, 'onClick'>;

/**
 * A button that opens a menu. The menu itself (Base UI, 60 KB) is fetched when the pointer or the keyboard comes
 * near and mounted while it is open: a list of a hundred rows has a hundred buttons and at most one menu.
 */
function useMenu({ items, align = 'end', side = 'bottom' }: MenuProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  // Once opened it stays mounted, so that it can animate away and give the focus back.
  const [wanted, setWanted] = useState(false);
  const show = () => {
    setWanted(true);
    setOpen(true);
  };
  return {
    button: {
      ref: anchor,
      'aria-haspopup': 'menu',
      'aria-expanded': open,
      onPointerEnter: loadAhead,
      onFocus: loadAhead,
      onClick: show,
      onKeyDown: (event: React.KeyboardEvent) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        show();
      },
    } as const,
    popup: wanted ? (
      <MenuPopup
        {...{ anchor, open, align, side }}
        items={typeof items === 'function' ? items() : items}
        onOpenChange={setOpen}
      />
    ) : null,
  };
}

/** A menu behind a button with words. */
export function MenuButton({ items, align, side, ...button }: MenuButtonProps) {
  const menu = useMenu({ items, align, side });
  return (
    <>
      <Button {...button} {...menu.button} />
      {menu.popup}
    </>
  );
}

/** A menu behind an icon, named by `label`. */
export function MenuIconButton({ items, align, side, ...button }: MenuIconButtonProps) {
  const menu = useMenu({ items, align, side });
  return (
    <>
      <IconButton tooltip={false} {...button} {...menu.button} />
      {menu.popup}
    </>
  );
}
