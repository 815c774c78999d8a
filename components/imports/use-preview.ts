'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ImportMapping } from '@/lib/import/mapping';
import type { FilePreview } from '@/lib/import/upload';
import { useSettled } from '../ui/use-settled';
import { asJson, askServer } from './ask-server';

interface LivePreview {
  preview: FilePreview;
  pending: boolean;
  problem: string | null;
}

/** What the first rows are by the mapping that is chosen, after a pause in choosing. */
export function usePreview(id: string, first: FilePreview, mapping: ImportMapping): LivePreview {
  const wanted = useSettled(JSON.stringify(mapping));
  const { data, error, isFetching } = useQuery({
    queryKey: ['import-preview', id, wanted],
    queryFn: ({ signal }) =>
      askServer<FilePreview>(`/api/imports/${id}/preview`, { ...asJson(JSON.parse(wanted)), signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return {
    preview: data ?? first,
    pending: isFetching || JSON.stringify(mapping) !== wanted,
    problem: error && !isFetching ? error.message : null,
  };
}
