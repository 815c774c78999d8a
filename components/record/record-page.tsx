'use client';

import { type ReactNode, useCallback, useMemo } from 'react';
import type { Person } from '@/lib/access';
import type { OpenedRecord } from '@/lib/event-sourcing/log-part';
import type { Instead } from '../history/instead';
import { RecordProvider, useRecord } from '../history/record-context';
import { RecordFrame } from '../history/record-frame';
import { UndoBar } from '../history/undo-bar';
import type { RecordActions as Writes } from '../history/use-record-events';
import { useShownState } from '../history/use-shown-state';
import { PageHeader, TrailLink } from '../shell/page-header';
import { Badge } from '../ui/badge';
import type { Choices } from './command-form';
import { RecordActions } from './record-actions';
import { RecordDocument } from './record-document';
import { RecordForms, useForms } from './record-forms';
import type { RecordKind } from './record-kind';

/** What the server gives a record's page, whatever its workflow. */
export interface RecordPageProps extends Writes {
  person: Person;
  opened: OpenedRecord;
  choices?: Choices;
}

interface KindProps<S extends object, C extends { type: string }> {
  kind: RecordKind<S, C>;
}

const noChoices: Choices = {};

/** The page of one record of a workflow that needs no page of its own: its fields at any moment beside its history. */
export function RecordPage<S extends object, C extends { type: string }>({
  kind,
  choices = noChoices,
  ...props
}: RecordPageProps & KindProps<S, C>) {
  return (
    <RecordProvider workflow={kind.workflow} {...props}>
      <RecordForms kind={kind} choices={choices}>
        <Frame kind={kind}>
          <RecordDocument kind={kind} />
        </Frame>
      </RecordForms>
    </RecordProvider>
  );
}

function Frame<S extends object, C extends { type: string }>({
  kind,
  children,
}: KindProps<S, C> & { children: ReactNode }) {
  const { log, locked } = useRecord();
  const { open, give } = useForms();
  const state = log.state as S;
  const insteadOf = useCallback(
    (type: string): Instead | undefined => {
      const action = kind.actions.find((each) => each.type === type);
      if (!action) return undefined;
      const { atOnce } = action;
      return {
        refusal: locked ?? kind.refusalOf(action.type, state)?.message ?? null,
        go: () => (atOnce ? give(atOnce.command, atOnce.done) : open(type)),
      };
    },
    [kind, locked, state, open, give],
  );
  const loadFieldHistory = useMemo(
    () => () => import('./record-field-history').then((module) => module.fieldHistoryOf(kind.words())),
    [kind],
  );
  return (
    <RecordFrame
      header={<Header kind={kind} />}
      panel="Details"
      insteadOf={insteadOf}
      loadFieldHistory={loadFieldHistory}
    >
      {children}
    </RecordFrame>
  );
}

function Header<S extends object, C extends { type: string }>({ kind }: KindProps<S, C>) {
  const { log } = useRecord();
  const { state } = useShownState<S>();
  const { label, tone } = kind.status(state);
  return (
    <PageHeader
      trail={<TrailLink href={kind.list.href}>{kind.list.label}</TrailLink>}
      title={<span className="wrap-anywhere">{kind.title(log.state as S)}</span>}
      badge={<Badge tone={tone}>{label}</Badge>}
      actions={
        <>
          <UndoBar className="max-sm:hidden" />
          <RecordActions kind={kind} />
        </>
      }
    />
  );
}
