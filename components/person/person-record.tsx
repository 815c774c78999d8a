'use client';

import type { Person } from '@/lib/access';
import type { OpenedRecord } from '@/lib/event-sourcing/log-part';
import type { AppPerson } from '@/lib/person/person';
import { personWorkflow } from '@/lib/person/workflow';
import { RecordProvider, useRecord } from '../history/record-context';
import { RecordFrame } from '../history/record-frame';
import { UndoBar } from '../history/undo-bar';
import type { RecordActions } from '../history/use-record-events';
import { useShownState } from '../history/use-shown-state';
import { PageHeader, TrailLink } from '../shell/page-header';
import { Badge } from '../ui/badge';
import type { MakeLink } from './link-dialog';
import { PersonActions } from './person-actions';
import { PersonDocument } from './person-document';

interface PersonRecordProps extends RecordActions {
  person: Person;
  opened: OpenedRecord;
  makeLink: MakeLink;
}

/** The page of one person: what they may do, at any moment, beside the history of their permissions. */
export function PersonRecord({ makeLink, ...props }: PersonRecordProps) {
  return (
    <RecordProvider workflow={personWorkflow} {...props}>
      <RecordFrame
        header={<Header makeLink={makeLink} />}
        panel="Permissions"
        loadFieldHistory={loadFieldHistory}
      >
        <PersonDocument />
      </RecordFrame>
    </RecordProvider>
  );
}

const loadFieldHistory = () => import('./person-field-history').then((module) => module.PersonFieldHistory);

function Header({ makeLink }: { makeLink: MakeLink }) {
  const { log } = useRecord();
  const { state } = useShownState<AppPerson>();
  return (
    <PageHeader
      trail={
        <>
          <TrailLink href="/admin">Admin</TrailLink> / <TrailLink href="/admin/people">People</TrailLink>
        </>
      }
      title={<bdi className="wrap-anywhere">{(log.state as AppPerson).name}</bdi>}
      badge={state.active ? null : <Badge tone="danger">Deactivated</Badge>}
      actions={
        <>
          <UndoBar className="max-sm:hidden" />
          <PersonActions makeLink={makeLink} />
        </>
      }
    />
  );
}
