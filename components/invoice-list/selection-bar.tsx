'use client';

import { BellRing, Download, StickyNote, Undo2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { readOnlyReason } from '@/lib/access';
import type { BulkKind } from '@/lib/invoice/bulk';
import type { KeepSelection } from '@/lib/invoice/chosen-input';
import type { SelectionInput } from '@/lib/invoice/invoice-selection';
import { largestSelection } from '@/lib/invoice/largest-selection';
import { Button } from '../ui/button';
import { loadPart } from '../ui/load-part';
import { SelectedBar } from '../ui/selected-bar';
import type { BulkActions } from './bulk-dialog';
import { pastReason } from './list-past';
import { selectionInputOf } from './selection';
import { useListSelection } from './selection-context';
import { useExportSelection } from './use-export-selection';
import { useUndoChosen } from './use-undo-chosen';

const loadDialog = () => import('./bulk-dialog').then((module) => module.BulkDialog);
const BulkDialog = dynamic(() => loadPart(loadDialog), { ssr: false });
/** Ahead of need; whoever needs it hears of a failure. */
const loadAhead = () => void loadDialog().catch(() => undefined);

const number = new Intl.NumberFormat('en-US');

interface SelectionBarProps {
  actions: BulkActions;
  mayWrite: boolean;
  /** How what is selected is kept, for undoing changes of it; null for those who may not. */
  keepSelection: KeepSelection | null;
  /** The past moment that the list is of, where nothing can be changed; null is now. */
  asOf: string | null;
  /** The list's view, for the columns and the order of a file. */
  view: string;
}

/** What can be done to the invoices that are selected. It stays at the bottom of the window while there are any. */
export function SelectionBar({ actions, mayWrite, keepSelection, asOf, view }: SelectionBarProps) {
  const { selection, count, matching, filters, rows, has, selectMatching, clear } = useListSelection();
  const [doing, setDoing] = useState<BulkKind | null>(null);
  const exporting = useExportSelection(view);
  // Back may lead into the past while the dialog is open.
  if (asOf && doing) setDoing(null);
  if (count === 0) return null;
  const all = selection.kind === 'matching';
  const tooMany = all && count > largestSelection;
  const tooManyReason = `At most ${number.format(largestSelection)} invoices at once. Narrow the filters first.`;
  const locked = asOf ? pastReason : null;
  const refusal = mayWrite ? (locked ?? (tooMany ? tooManyReason : null)) : readOnlyReason;
  const wholePage = !all && matching > rows.length && rows.every(({ id }) => has(id));
  const act = (kind: BulkKind) => ({
    onClick: () => setDoing(kind),
    onPointerEnter: loadAhead,
    onFocus: loadAhead,
    disabledReason: refusal,
    className: 'max-sm:grow',
  });
  return (
    <SelectedBar
      says={`${all && count === matching ? `All ${number.format(count)}` : number.format(count)} selected`}
      onClear={clear}
      beside={
        wholePage ? (
          <Button
            size="small"
            variant="ghost"
            className="text-accent"
            disabledReason={matching > largestSelection ? tooManyReason : null}
            onClick={selectMatching}
          >
            Select all {number.format(matching)} that match
          </Button>
        ) : null
      }
    >
      <div className="flex flex-wrap gap-2 max-sm:w-full sm:ms-auto">
        <Button {...act('send_reminder')} icon={<BellRing aria-hidden="true" />}>
          Send reminder…
        </Button>
        <Button {...act('add_note')} icon={<StickyNote aria-hidden="true" />}>
          Add note…
        </Button>
        {keepSelection ? (
          <UndoChanges
            keepSelection={keepSelection}
            selected={() => selectionInputOf(selection, filters)}
            refusal={refusal}
          />
        ) : null}
        <Button
          className="max-sm:px-2"
          icon={<Download aria-hidden="true" />}
          pending={exporting.pending}
          onClick={() => exporting.start(selectionInputOf(selection, filters))}
        >
          <span className="max-sm:sr-only">Export</span>
        </Button>
      </div>
      {doing ? (
        <BulkDialog
          asOf={asOf}
          kind={doing}
          selection={selectionInputOf(selection, filters)}
          actions={actions}
          onDone={clear}
          onClose={() => setDoing(null)}
        />
      ) : null}
    </SelectedBar>
  );
}

interface UndoChangesProps {
  keepSelection: KeepSelection;
  selected(): SelectionInput;
  refusal: string | null;
}

/** Leads to where it is said whose changes, when or of which type, and what undoing those would come to. */
function UndoChanges({ keepSelection, selected, refusal }: UndoChangesProps) {
  const undo = useUndoChosen(keepSelection);
  return (
    <Button
      className="max-sm:grow"
      icon={<Undo2 aria-hidden="true" />}
      pending={undo.pending}
      disabledReason={refusal}
      onClick={() => undo.start({ kind: 'invoices', selection: selected() })}
    >
      Undo changes…
    </Button>
  );
}
