import type { ReactNode } from 'react';

/** One entry of a menu, as data, so that the menu's code loads only when somebody opens one. */
export type MenuItem =
  | {
      kind?: 'action';
      label: string;
      icon?: ReactNode;
      /** A shortcut or a count at the end of the line; not part of the name. */
      hint?: string;
      tone?: 'neutral' | 'undo' | 'danger';
      onSelect: () => void;
      /** Why it can't be chosen now, shown beneath its label. The item stays reachable. */
      disabledReason?: string | null;
      /** Chosen while it can't be done: says more than the reason, such as what can be done instead. */
      onRefused?: (() => void) | undefined;
      /** Said beneath the label of what can be chosen. */
      note?: string | null;
    }
  | { kind: 'link'; label: string; icon?: ReactNode; href: string }
  | {
      kind: 'choice';
      /** The group's heading. */
      label: string;
      value: string;
      options: readonly { value: string; label: string; icon?: ReactNode }[];
      onChange: (value: string) => void;
    }
  | {
      kind: 'check';
      label: string;
      checked: boolean;
      onChange: (checked: boolean) => void;
      disabledReason?: string | null;
    }
  | { kind: 'heading'; label: ReactNode }
  | { kind: 'separator' };
