'use client';

import { useState } from 'react';
import type { PasswordLink } from '@/lib/person/password-link';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FormProblem } from '../ui/form-problem';
import { LinkShown, type MadeLink } from './link-shown';

export type MakeLink = (personId: string) => Promise<PasswordLink>;

interface LinkDialogProps {
  person: { id: string; name: string };
  makeLink: MakeLink;
  onClose(): void;
}

/** Makes a link for somebody who has no password yet, or has forgotten theirs. */
export function LinkDialog({ person, makeLink, onClose }: LinkDialogProps) {
  const { link, problem, pending, make } = useLink(makeLink);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      dismissible={!pending}
      title={
        <>
          Password link for <bdi>{person.name}</bdi>
        </>
      }
      description={
        link
          ? undefined
          : 'For somebody who has no password yet, or has forgotten it. With the new password they are signed out everywhere else; a link that was made before works no more.'
      }
      footer={
        link ? (
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" pending={pending} onClick={() => make(person.id)}>
              Make link
            </Button>
          </>
        )
      }
    >
      <FormProblem>{problem}</FormProblem>
      {link ? <LinkShown link={link} name={person.name} /> : null}
    </Dialog>
  );
}

/** Asks the server for a link, and holds what it answered. */
export function useLink(makeLink: MakeLink) {
  const [link, setLink] = useState<MadeLink>();
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);
  const make = async (personId: string) => {
    setPending(true);
    setProblem(undefined);
    try {
      const made = await makeLink(personId);
      if (made.ok) setLink(made);
      else setProblem(made.message);
    } catch {
      setProblem('The server did not answer. Press the button again: only the newest link works.');
    } finally {
      setPending(false);
    }
  };
  return { link, problem, pending, make };
}
