'use client';

import { Fragment } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { useIsMac } from '@/components/ui/use-is-mac';

/** How a key that is written as a sign is called. */
const spoken: Record<string, string> = {
  '⌘': 'Command',
  '⇧': 'Shift',
  Ctrl: 'Control',
  '←': 'Left arrow',
  '→': 'Right arrow',
  '↑': 'Up arrow',
  '↓': 'Down arrow',
  Esc: 'Escape',
  '?': 'Question mark',
};

interface Shortcut {
  does: string;
  /** Each way to press it, key by key; `mod` is Ctrl, and ⌘ on a Mac. */
  ways: readonly (readonly string[])[];
}

const sections: readonly { title: string; shortcuts: readonly Shortcut[] }[] = [
  {
    title: 'Everywhere',
    shortcuts: [
      { does: 'Search or do something', ways: [['mod', 'K']] },
      { does: 'Show these shortcuts', ways: [['?']] },
      { does: 'Close what is open', ways: [['Esc']] },
    ],
  },
  {
    title: 'On a record',
    shortcuts: [
      { does: 'Undo', ways: [['mod', 'Z']] },
      {
        does: 'Redo',
        ways: [
          ['mod', '⇧', 'Z'],
          ['Ctrl', 'Y'],
        ],
      },
    ],
  },
  {
    title: 'On the timeline’s slider',
    shortcuts: [
      { does: 'One event earlier or later', ways: [['←'], ['→']] },
      { does: 'Ten events earlier or later', ways: [['Page down'], ['Page up']] },
      { does: 'The first event', ways: [['Home']] },
      { does: 'Now', ways: [['End']] },
      { does: 'Stop playing', ways: [['Esc']] },
    ],
  },
  {
    title: 'In the history',
    shortcuts: [{ does: 'The event below or above', ways: [['Page down'], ['Page up']] }],
  },
];

interface ShortcutsSheetProps {
  open: boolean;
  onClose(): void;
}

/** What can be done with the keyboard alone, beyond Tab and Enter. */
export function ShortcutsSheet({ open, onClose }: ShortcutsSheetProps) {
  const mod = useIsMac() ? '⌘' : 'Ctrl';
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Keyboard shortcuts"
      description="They do nothing while you type in a field, or while a dialog or a menu is open."
    >
      <div className="flex flex-col gap-4 pt-1">
        {sections.map(({ title, shortcuts }) => (
          <section key={title} aria-label={title}>
            <h3 className="mb-1 text-label font-medium text-ink-2">{title}</h3>
            <dl className="flex flex-col divide-y divide-line">
              {shortcuts.map(({ does, ways }) => (
                <div key={does} className="flex min-h-9 items-center py-1 justify-between gap-4 text-dense">
                  <dt className="text-ink">{does}</dt>
                  <dd className="flex shrink-0 items-center gap-1.5 text-label text-ink-2">
                    {ways.map((keys, index) => (
                      <Fragment key={keys.join(' ')}>
                        {index > 0 ? 'or' : null}
                        <Chord keys={keys.map((key) => (key === 'mod' ? mod : key))} />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** The keys to press together, and their names for whoever hears them. */
function Chord({ keys }: { keys: readonly string[] }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      <span className="sr-only">{keys.map((key) => spoken[key] ?? key).join(' + ')}</span>
    </span>
  );
}
