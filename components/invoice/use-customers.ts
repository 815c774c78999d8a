'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Customer } from '@/lib/invoice/events';
import { isStorable } from '@/lib/storable-text';
import { useSettled } from '../ui/use-settled';

const none: readonly Customer[] = [];

/**
 * Customers whose name contains what is typed, after a pause in typing. Suggestions only: where they can't be had,
 * there are none.
 *
 * @param name what is typed; null while no suggestions are wanted
 */
export function useCustomers(name: string | null): readonly Customer[] {
  const wanted = useSettled(name?.trim() ?? '');
  const { data } = useQuery({
    queryKey: ['customers', wanted],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/customers?q=${encodeURIComponent(wanted)}`, { signal });
      if (!response.ok) throw new Error(`The customers could not be read (${response.status}).`);
      return ((await response.json()) as { customers: Customer[] }).customers;
    },
    enabled: name !== null && mayBeAName(wanted),
    placeholderData: keepPreviousData,
  });
  return name === null || !mayBeAName(wanted) ? none : (data ?? none);
}

/** What could be no customer's name is not asked for: the server would refuse it, or it has no place in an address. */
const mayBeAName = (text: string) => text !== '' && text.length <= 200 && isStorable(text);
