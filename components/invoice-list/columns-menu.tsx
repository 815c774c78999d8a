'use client';

import { Columns3 } from 'lucide-react';
import { useOptimistic, useTransition } from 'react';
import {
  columnLabels,
  columnsText,
  defaultColumns,
  isDefault,
  type ListColumn,
  listColumns,
} from '@/lib/invoice/list-columns';
import { MenuButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';

/** Keeps the columns for this browser, and has the page rendered with them. */
export type ChooseColumns = (columns: string) => Promise<void>;

interface ColumnsMenuProps {
  columns: readonly ListColumn[];
  onChoose: ChooseColumns;
}

/** Which columns the list has. */
export function ColumnsMenu({ columns, onChoose }: ColumnsMenuProps) {
  const [, startTransition] = useTransition();
  const [chosen, choose] = useOptimistic(columns);
  const set = (next: readonly ListColumn[]) =>
    startTransition(async () => {
      choose(next);
      await onChoose(columnsText(next));
    });
  const items: MenuItem[] = [
    ...listColumns.map((column) => ({
      kind: 'check' as const,
      label: columnLabels[column],
      checked: chosen.includes(column),
      disabledReason: chosen.length === 1 && chosen.includes(column) ? 'One column stays.' : null,
      onChange: (checked: boolean) =>
        set(listColumns.filter((each) => (each === column ? checked : chosen.includes(each)))),
    })),
    { kind: 'separator' },
    {
      label: 'Reset to default',
      disabledReason: isDefault(chosen) ? 'These are the default columns.' : null,
      onSelect: () => set(defaultColumns),
    },
  ];
  return (
    <MenuButton items={items} icon={<Columns3 aria-hidden="true" />} className="max-lg:px-2">
      <span className="max-lg:sr-only">Columns</span>
    </MenuButton>
  );
}
