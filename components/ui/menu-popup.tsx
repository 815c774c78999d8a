'use client';

import { Menu } from '@base-ui/react/menu';
import Link from 'next/link';
import type { RefObject } from 'react';
import { MenuEntry } from './menu-entry';
import { menuItemStyles } from './menu-item-styles';
import type { MenuItem } from './menu-items';

interface MenuPopupProps {
  anchor: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  items: readonly MenuItem[];
  align: 'start' | 'center' | 'end';
  side: 'top' | 'bottom';
}

/** The open menu. Import it through `MenuButton`, which loads it on demand. */
export function MenuPopup({ anchor, open, onOpenChange, items, align, side }: MenuPopupProps) {
  return (
    <Menu.Root open={open} onOpenChange={onOpenChange}>
      {/* Within the landmark of its button, so that no part of the page lies outside of all. */}
      <Menu.Portal
        container={anchor.current?.closest<HTMLElement>('main, aside, header')}
        // No box of its own: in a header that spreads its parts it would be one more, and push the button away; and one
        // that is placed would take the open menu along wherever the header's parts move.
        className="contents"
      >
        <Menu.Positioner
          anchor={anchor}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <Menu.Popup
            finalFocus={anchor}
            aria-label={
              anchor.current?.getAttribute('aria-label') ?? anchor.current?.textContent ?? undefined
            }
            className="max-h-(--available-height) w-max max-w-[min(20rem,calc(100vw-1rem))] min-w-44 origin-(--transform-origin) overflow-y-auto rounded-card border border-line bg-panel p-1 shadow-popup outline-none transition-[opacity,scale] data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            {items.map((item, index) =>
              item.kind === 'link' ? (
                <Menu.LinkItem
                  key={item.label}
                  closeOnClick
                  className={menuItemStyles()}
                  render={<Link href={item.href} />}
                >
                  {item.icon}
                  {item.label}
                </Menu.LinkItem>
              ) : (
                <MenuEntry key={'label' in item ? String(item.label) : index} item={item} />
              ),
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
