'use client';

import { ChevronDown } from 'lucide-react';
import { MenuIconButton } from './menu-button';

/** A menu of what else there is as a file. */
export function MoreExports({ files }: { files: readonly { href: string; label: string }[] }) {
  return (
    <MenuIconButton
      label="More export formats"
      variant="secondary"
      className="rounded-s-none border-s-0"
      icon={<ChevronDown aria-hidden="true" />}
      items={files.map(({ href, label }) => ({
        label: `Export as ${label}`,
        // Fetches a file, and the page stays.
        onSelect: () => window.location.assign(href),
      }))}
    />
  );
}
