'use client';

import { Clock, Eye, Globe, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Command } from '@/components/ui/command-groups';
import type { MenuItem } from '@/components/ui/menu-items';
import { mayChangeOthersWork, type Role } from '@/lib/access';
import { usePreferenceChoices } from './preference-choices';
import { usePreferences } from './preferences-context';

type Choice = Extract<MenuItem, { kind: 'choice' }>;

/** How things look to me, and what Undo takes, each choice a command: "Theme: Dark". */
export function usePreferenceCommands(role: Role, timeZone: string): Command[] {
  const { chosen, choose } = usePreferences();
  const { theme, zone, clock, times } = usePreferenceChoices(timeZone);
  const undone: Choice = {
    kind: 'choice',
    label: 'History',
    value: chosen.undone,
    options: [
      { value: 'shown', label: 'Show undone changes' },
      { value: 'folded', label: 'Fold undone changes' },
    ],
    onChange: (value) => choose('undone', value === 'folded' ? value : 'shown'),
  };
  const scope: Choice = {
    kind: 'choice',
    label: 'Whose changes Undo takes',
    value: chosen.undoScope,
    options: [
      { value: 'mine', label: 'My changes' },
      { value: 'anyone', label: 'Anyone’s changes' },
    ],
    onChange: (value) => choose('undoScope', value === 'anyone' ? value : 'mine'),
  };
  return [
    ...commandsOf(theme),
    ...commandsOf(clock, <Clock aria-hidden="true" />),
    ...commandsOf(zone, <Globe aria-hidden="true" />),
    ...commandsOf(times, <Clock aria-hidden="true" />),
    ...commandsOf(undone, <Eye aria-hidden="true" />),
    ...(mayChangeOthersWork(role) ? commandsOf(scope, <Undo2 aria-hidden="true" />) : []),
  ];
}

const commandsOf = ({ label, value, options, onChange }: Choice, icon?: ReactNode): Command[] =>
  options.map((option) => ({
    id: `${label}-${option.value}`,
    label: `${label}: ${option.label}`,
    icon: option.icon ?? icon,
    isCurrent: option.value === value,
    onSelect: () => onChange(option.value),
  }));
