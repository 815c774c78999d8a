'use client';

import { Ellipsis, KeyRound } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AppPerson } from '@/lib/person/person';
import { useRecord } from '../history/record-context';
import { historyFiles } from '../history/record-files';
import { useOffer } from '../shell/commands-context';
import { useCompany } from '../shell/company-context';
import { loadPart } from '../ui/load-part';
import { MenuButton, MenuIconButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';
import type { MakeLink } from './link-dialog';
import { actsOf, type PersonAct } from './person-acts';

const ActDialog = dynamic(() => loadPart(() => import('./act-dialog').then((module) => module.ActDialog)), {
  ssr: false,
});
const LinkDialog = dynamic(
  () => loadPart(() => import('./link-dialog').then((module) => module.LinkDialog)),
  { ssr: false },
);

/** What may be done with a person: their roles behind a button, the rest in a menu. */
export function PersonActions({ makeLink }: { makeLink: MakeLink }) {
  const { log, locked, command, isPast } = useRecord();
  const { admins } = useCompany();
  const [dialog, setDialog] = useState<PersonAct | 'link' | null>(null);
  // Back may lead into the past while a form is open; nothing can be changed there.
  useEffect(() => {
    if (isPast) setDialog(null);
  }, [isPast]);
  const person = log.state as AppPerson;
  const items = useMemo(
    () =>
      actsOf(person, { locked, admins }).map(
        (act): MenuItem => ({
          label: `${act.label}…`,
          tone: act.danger ? 'danger' : 'neutral',
          disabledReason: act.disabledReason,
          onSelect: () => setDialog(act),
        }),
      ),
    [person, locked, admins],
  );
  const more = useCallback(
    (): MenuItem[] => [
      {
        label: 'Password link…',
        disabledReason: locked ?? (person.active ? null : 'A person who is deactivated gets no link.'),
        onSelect: () => setDialog('link'),
      },
      ...items.slice(-1),
      { kind: 'separator' },
      ...historyFiles(person.id),
    ],
    [items, locked, person.active, person.id],
  );
  useOffer(
    'record',
    useCallback(() => [...items.slice(0, -1), ...more()], [items, more]),
  );
  const close = () => setDialog(null);
  return (
    <>
      <MenuButton items={items.slice(0, -1)} icon={<KeyRound aria-hidden="true" />} disabledReason={locked}>
        Change roles
      </MenuButton>
      <MenuIconButton
        label="More actions"
        variant="secondary"
        items={more}
        icon={<Ellipsis aria-hidden="true" />}
      />
      {dialog === 'link' ? <LinkDialog person={person} makeLink={makeLink} onClose={close} /> : null}
      {dialog && dialog !== 'link' ? (
        <ActDialog act={dialog} give={(act, asked) => command(act.command, asked)} onClose={close} />
      ) : null}
    </>
  );
}
