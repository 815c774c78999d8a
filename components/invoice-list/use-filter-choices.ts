'use client';

import { useQuery } from '@tanstack/react-query';
import type { ActivityActor } from '@/lib/activity/activity-query';
import { isolated } from '@/lib/event-sourcing/isolated';

interface FilterChoices {
  actors: readonly ActivityActor[];
  currencies: readonly string[];
}

const none: FilterChoices = { actors: [], currencies: [] };

/** Who ever changed anything, and in which currencies invoices are; asked for when the filters open. */
export function useFilterChoices(): FilterChoices & { problem?: string } {
  const { data, isError } = useQuery({
    queryKey: ['invoice-filter-choices'],
    queryFn: async ({ signal }) => {
      const response = await fetch('/api/invoices/filter-choices', { signal });
      if (!response.ok) throw new Error(`The choices could not be read (${response.status}).`);
      return (await response.json()) as FilterChoices;
    },
  });
  return isError
    ? { ...none, problem: 'The people could not be loaded. Close the filters and open them again.' }
    : (data ?? none);
}

const kinds: Record<ActivityActor['kind'], string> = {
  user: '',
  agent: ', agent',
  system: ', system',
  import: ', import',
};

/** "Ana Novak", "Collections, agent", "Bob Ekdahl, left". */
export function actorLabel({ name, kind, left }: ActivityActor): string {
  return `${isolated(name)}${kinds[kind]}${left ? ', left' : ''}`;
}
