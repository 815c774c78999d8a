'use client';

import { useRef, useState } from 'react';
import type { PasswordLink } from '@/lib/person/password-link';
import { Button } from '../ui/button';
import { TextField } from '../ui/text-field';
import { Time } from '../ui/time';

export type MadeLink = Extract<PasswordLink, { ok: true }>;

/** A link to choose a password with, to be handed over: the only time that it is to be seen. */
export function LinkShown({ link: { path, expiresAt }, name }: { link: MadeLink; name: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(field.current?.value ?? '');
      setCopied(true);
    } catch {
      // Over plain http a browser lets no page write there; what is selected can be copied by hand.
      setCopied(false);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-dense text-ink">
        Retrace sends no mail: give this link to <bdi>{name}</bdi> yourself. Whoever opens it chooses the
        password, once, until <Time at={expiresAt} show="minute" />. It is not shown again, but you can make
        another.
      </p>
      <div className="flex items-end gap-2">
        <TextField
          label="Link"
          fieldClassName="grow"
          readOnly
          ref={field}
          spellCheck={false}
          value={`${window.location.origin}${path}`}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={copy}>Copy</Button>
      </div>
      <p role="status" className="text-label text-ink-2 empty:hidden">
        {copied ? 'Copied.' : ''}
      </p>
    </div>
  );
}
