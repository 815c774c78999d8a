'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { hrefWith } from './filter-texts';

export interface FilterDraft<Field extends string> {
  draft: Readonly<Record<Field, string>>;
  set(change: Partial<Record<Field, string>>): void;
  submit(event?: FormEvent): void;
  pending: boolean;
}

/**
 * What is chosen in a form of filters, until it is shown: they take effect together, so that Back takes them back together.
 *
 * @param shown what the page shows, as texts of its address
 */
export function useFilterDraft<Field extends string>(
  path: string,
  shown: Readonly<Record<Field, string>>,
): FilterDraft<Field> {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [draft, setDraft] = useState(shown);
  // What was shown by other means, such as Back, comes into the fields, which stay the same and keep the focus.
  const address = hrefWith(path, shown);
  const [known, setKnown] = useState(address);
  if (known !== address) {
    setKnown(address);
    setDraft(shown);
  }
  return {
    draft,
    set: (change) => setDraft((now) => ({ ...now, ...change })),
    submit: (event) => {
      event?.preventDefault();
      startTransition(() => router.push(hrefWith(path, draft), { scroll: false }));
    },
    pending,
  };
}
