'use client';

import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { useIsMac } from '@/components/ui/use-is-mac';
import { useCommands } from './commands-context';
import { shortcutText } from './shortcuts';

const label = 'Search or do something';

/** The way to the command palette for whoever does not know its key, and to knowing it. */
export function PaletteButton({ compact }: { compact?: boolean }) {
  const { open } = useCommands();
  const onMac = useIsMac();
  const common = {
    icon: <Search aria-hidden="true" />,
    'aria-haspopup': 'dialog',
    'aria-keyshortcuts': 'Control+K Meta+K',
    onClick: () => open('palette'),
  } as const;
  if (compact) return <IconButton {...common} label={label} />;
  return (
    <Button {...common} aria-label={label} className="mb-3 w-full justify-start gap-2.5 px-2 text-ink-2">
      <span className="flex-1 text-start font-normal">Search</span>
      <Kbd>{shortcutText('palette', onMac)}</Kbd>
    </Button>
  );
}
