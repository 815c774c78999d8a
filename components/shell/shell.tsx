import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Preferences } from '@/lib/preferences';
import { TimeTip } from '../ui/time-tip';
import { CommandsProvider } from './commands-context';
import { Logo } from './logo';
import { NavLinks } from './nav-links';
import { PaletteButton } from './palette-button';
import { RememberZone } from './remember-zone';
import { TopBar } from './top-bar';
import { UserMenu, type UserMenuProps } from './user-menu';

interface ShellProps extends Omit<UserMenuProps, 'compact'> {
  preferences: Preferences;
  children: ReactNode;
}

/**
 * The frame of every signed-in page: a sidebar from 1024 px up, below that a bar at the top with a drawer.
 * Both are in the document, one of them not displayed, so the server need not know the width.
 */
export function Shell({ children, preferences, ...user }: ShellProps) {
  return (
    <CommandsProvider person={user.person} timeZone={user.timeZone}>
      <div className="lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
        <a
          href="#main"
          className="fixed start-3 top-3 z-50 -translate-y-20 rounded-control bg-accent px-3 py-2 text-dense font-medium text-on-accent focus:translate-y-0"
        >
          Skip to content
        </a>
        <RememberZone shown={preferences.zone === 'device' ? user.timeZone : undefined} />
        <aside className="sticky top-0 hidden h-dvh flex-col border-e border-line px-2.5 py-4 lg:flex print:hidden">
          <Link href="/" className="mb-5 self-start rounded-control px-2" aria-label="Retrace, home">
            <Logo />
          </Link>
          <PaletteButton />
          <nav aria-label="Main" className="min-h-0 flex-1 overflow-y-auto">
            <NavLinks role={user.person.role} />
          </nav>
          <UserMenu {...user} />
        </aside>
        <TopBar {...user} />
        <main id="main" tabIndex={-1} className="min-w-0 outline-none">
          {children}
          <TimeTip />
        </main>
      </div>
    </CommandsProvider>
  );
}
