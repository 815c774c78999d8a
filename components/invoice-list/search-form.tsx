'use client';

import { Search } from 'lucide-react';
import type { FormEvent } from 'react';
import { Input } from '../ui/input';
import type { TypedSearch } from './use-typed-search';

interface SearchFormProps {
  /** The address of the list: with one of its own the search works before the page's JavaScript does. */
  action: string;
  /** What is searched: "invoices". */
  many: string;
  /** What it goes by: "Number or customer". */
  hint: string;
  typed: TypedSearch;
}

/** The search of a list, which goes into the address as it is typed. */
export function SearchForm({ action, many, hint, typed }: SearchFormProps) {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    typed.submit();
  };
  return (
    <form action={action} onSubmit={onSubmit} className="relative">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-2"
      />
      <Input
        type="search"
        name="q"
        aria-label={`Search ${many}`}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed.text}
        onChange={(event) => typed.type(event.target.value)}
        className="ps-8"
      />
    </form>
  );
}
