'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSettled } from '@/components/ui/use-settled';
import type { FoundGroup } from '@/lib/found-records';
import { isStorable } from '@/lib/storable-text';

export interface RecordSearch {
  /** Of what is typed now or, while that is looked for, of what was typed before. */
  found: readonly FoundGroup[];
  /** Is it of what was typed before? */
  isOfBefore: boolean;
  pending: boolean;
  /** Why nothing could be found out, as a sentence; null while all is well. */
  problem: string | null;
  retry(): void;
}

const none: readonly FoundGroup[] = [];

/** Records of every kind by a part of what they are called, after a pause in typing; a search that is overtaken is cancelled. */
export function useRecordSearch(typed: string): RecordSearch {
  const text = typed.trim();
  const wanted = useSettled(text);
  const enabled = wanted !== '' && isStorable(wanted);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['record-search', wanted],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/search?q=${encodeURIComponent(wanted)}`, { signal });
      if (!response.ok) throw new Error(((await response.json()) as { message: string }).message);
      return (await response.json()) as FoundGroup[];
    },
    enabled,
    placeholderData: keepPreviousData,
    // Somebody is waiting; they can ask again.
    retry: false,
    // What was found may have been renamed since.
    staleTime: 0,
  });
  return {
    found: text === '' || !enabled ? none : (data ?? none),
    isOfBefore: text !== wanted || isPlaceholderData,
    pending: text !== '' && (text !== wanted || isFetching),
    problem: enabled && error && !isFetching ? wordsFor(error) : null,
    retry: () => void refetch(),
  };
}

/** A network that is away fails with a `TypeError`, a proxy's own page with a `SyntaxError`; neither has words for people. */
const wordsFor = (error: Error): string =>
  error instanceof TypeError || error instanceof SyntaxError
    ? 'The server can’t be reached right now.'
    : error.message;
