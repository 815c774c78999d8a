'use client';

import { Columns3 } from 'lucide-react';
import { useRef, useState, useTransition } from 'react';
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
import { showToast } from '../ui/toast';

/** Keeps the columns for this browser, and has the page rendered with them. */
export type ChooseColumns = (columns: string) => Promise<void>;

interface ColumnsMenuProps {
  columns: readonly ListColumn[];
  onChoose: ChooseColumns;
}

/** Several are often pressed one after the other: the page is rendered again once, after the last of them. */
const pause = 350;

function reportFailure(): void {
  const title = 'The columns could not be changed: the server could not be reached. Try again in a moment.';
  void showToast({ title, tone: 'problem', id: 'columns' });
}

/** Which columns the list has. */
export function ColumnsMenu({ columns, onChoose }: ColumnsMenuProps) {
  const [, startTransition] = useTransition();
  const [pressed, setPressed] = useState<readonly ListColumn[] | null>(null);
  const timer = useRef<number>(undefined);
  const chosen = pressed ?? columns;
  const set = (next: readonly ListColumn[]) => {
    setPressed(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      startTransition(async () => {
        await onChoose(columnsText(next)).catch(reportFailure);
        // Whoever pressed on meanwhile has their own on the way.
        startTransition(() => setPressed((now) => (now === next ? null : now)));
      });
    }, pause);
  };
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
