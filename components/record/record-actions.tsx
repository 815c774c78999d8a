'use client';

import { Ellipsis } from 'lucide-react';
import { useCallback } from 'react';
import { useRecord } from '../history/record-context';
import { historyFiles } from '../history/record-files';
import { useOffer } from '../shell/commands-context';
import { Button } from '../ui/button';
import { MenuIconButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';
import { useForms } from './record-forms';
import type { RecordAction, RecordKind } from './record-kind';

/** What may be done with a record: the first thing that can be as a button, all of it in a menu and the palette. */
export function RecordActions<S extends object, C extends { type: string }>({
  kind,
}: {
  kind: RecordKind<S, C>;
}) {
  const { log, locked, streamId } = useRecord();
  const { open, give } = useForms();
  const state = log.state as S;
  const run = useCallback(
    ({ type, atOnce }: RecordAction<C>) => (atOnce ? give(atOnce.command, atOnce.done) : open(type)),
    [give, open],
  );
  const items = useCallback(
    (): MenuItem[] => [
      ...kind.actions.map((action) => ({
        label: action.label,
        icon: action.icon,
        disabledReason: locked ?? kind.refusalOf(action.type, state)?.message ?? null,
        onSelect: () => run(action),
      })),
      { kind: 'separator' },
      ...historyFiles(streamId),
    ],
    [kind, locked, state, run, streamId],
  );
  useOffer('record', items);
  const first = kind.actions.find(({ type }) => !kind.refusalOf(type, state)) ?? kind.actions[0];
  return (
    <>
      {first ? (
        <Button
          icon={first.icon}
          disabledReason={locked ?? kind.refusalOf(first.type, state)?.message ?? null}
          // By the second click of a double click the next step stands here, and nobody meant that one.
          onClick={(event) => event.detail < 2 && run(first)}
        >
          {first.label}
        </Button>
      ) : null}
      <MenuIconButton
        label="More actions"
        variant="secondary"
        items={items}
        icon={<Ellipsis aria-hidden="true" />}
      />
    </>
  );
}
