'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportMapping } from '@/lib/import/mapping';
import type { UploadStatus } from '@/lib/import/upload';
import { asJson, askServer } from './ask-server';

const isUnderWay = ({ phase }: UploadStatus): boolean => phase === 'checking' || phase === 'writing';

interface ImportRun {
  status: UploadStatus;
  /** Begins, or goes on with what was interrupted. Throws with what to tell people. */
  start(asked: { mapping: ImportMapping; rejects: boolean }): Promise<void>;
  /** Stops it. Throws with what to tell people. */
  stop(): Promise<void>;
}

/** How far an upload is, asked again and again while it is under way; so also after a reload. */
export function useImportStatus(first: UploadStatus): ImportRun {
  const client = useQueryClient();
  const path = `/api/imports/${first.id}`;
  const queryKey = ['import', first.id];
  const { data: status } = useQuery({
    queryKey,
    queryFn: ({ signal }) => askServer<UploadStatus>(path, { signal }),
    initialData: first,
    staleTime: Number.POSITIVE_INFINITY,
    // A server that is away for a moment comes back.
    retry: true,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 500 : false),
    // Nobody has to look at it.
    refetchIntervalInBackground: true,
  });
  return {
    status,
    start: async (asked) => {
      client.setQueryData(queryKey, await askServer<UploadStatus>(path, asJson(asked)));
    },
    stop: async () => {
      client.setQueryData(queryKey, await askServer<UploadStatus>(path, { method: 'DELETE' }));
    },
  };
}
