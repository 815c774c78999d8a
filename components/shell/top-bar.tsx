'use client';

import { Menu, X } from 'lucide-react';
import Link from 'next/link';
import { useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Logo } from './logo';
import { NavLinks } from './nav-links';
import { PaletteButton } from './palette-button';
import { UserMenu, type UserMenuProps } from './user-menu';

/**
 * Below 1024 px: the name, the person, and a button for the drawer. The drawer is the platform's own modal dialog,
 * which keeps the focus inside, closes on Escape and gives the focus back, for no JavaScript of ours.
 */
export function TopBar(user: Omit<UserMenuProps, 'compact'>) {
  const drawer = useRef<HTMLDialogElement>(null);
  const close = () => drawer.current?.close();
  return (
    <header className="sticky top-0 z-30 flex h-13 items-center gap-2 border-b border-line bg-background px-page lg:hidden print:hidden">
      <IconButton
        label="Open navigation"
        tooltip={false}
        aria-haspopup="dialog"
        className="-ms-2"
        icon={<Menu aria-hidden="true" />}
        onClick={() => drawer.current?.showModal()}
      />
      <Link href="/" className="me-auto rounded-control" aria-label="Retrace, home">
        <Logo />
      </Link>
      <PaletteButton compact />
      <UserMenu compact {...user} />
      <dialog
        ref={drawer}
        aria-label="Navigation"
        // A press on the backdrop is a press on the dialog itself: its content covers the rest.
        onClick={(event) => event.target === event.currentTarget && close()}
        onKeyDown={(event) => event.key === 'Escape' && close()}
        className="m-0 h-dvh max-h-none w-72 max-w-[85vw] bg-panel text-ink shadow-popup transition-[translate,display,overlay] transition-discrete backdrop:bg-black/30 open:starting:-translate-x-full dark:backdrop:bg-black/60"
      >
        <div className="flex h-full flex-col p-4">
          <div className="mb-4 flex items-center justify-between ps-2">
            <Logo />
            <IconButton
              label="Close navigation"
              tooltip={false}
              icon={<X aria-hidden="true" />}
              onClick={close}
            />
          </div>
          <nav aria-label="Main">
            <NavLinks role={user.person.role} onFollow={close} />
          </nav>
        </div>
      </dialog>
    </header>
  );
}
