'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { newId } from '../new-id';
import { useLiveNews } from '../shell/live-context';
import { Avatar } from '../ui/avatar';
import { useRecord } from './record-context';

/** A tab that is looked at says so, in milliseconds; the server forgets one that has been silent for twice as long. */
const sayEvery = 20_000;
/** So many are shown by their initials. */
const mostShown = 3;

const say = (streamId: string, body: object) =>
  fetch(`/api/records/${streamId}/presence`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: true,
  });

/** Who else has this record open, by name; and lets them know of this tab. */
export function useAlsoHere(): readonly string[] {
  const { streamId } = useRecord();
  const [tab] = useState(newId);
  const { data = [], refetch } = useQuery({
    queryKey: ['presence', streamId, tab],
    queryFn: async () => {
      const response = await say(streamId, { tab, leaves: false });
      if (!response.ok) throw new Error('Who else is here could not be asked.');
      return ((await response.json()) as { others: string[] }).others;
    },
    refetchInterval: sayEvery,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  useLiveNews((heard) => {
    if (typeof heard === 'object' && 'peopleOn' in heard && heard.peopleOn === streamId) void refetch();
  });
  useEffect(() => {
    const leave = () => void say(streamId, { tab, leaves: true }).catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [streamId, tab]);
  return data;
}

const inWords = (names: readonly string[]): string => {
  const [first, ...more] = names;
  if (!first) return '';
  if (more.length === 0) return `${first} has this open too`;
  const last = more.pop();
  return `${[first, ...more].join(', ')} and ${last} have this open too`;
};

/** The others' initials; their names in words for who points at them, or cannot see. */
export function AlsoHere({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <span title={inWords(names)} className="flex items-center -space-x-1">
      {names.slice(0, mostShown).map((name) => (
        <Avatar key={name} name={name} size="small" className="ring-2 ring-background" />
      ))}
      {names.length > mostShown ? (
        <span className="ps-2 text-label text-ink-2">+{names.length - mostShown}</span>
      ) : null}
    </span>
  );
}

/** Said once when somebody comes or goes. */
export function AlsoHereStatus({ names }: { names: readonly string[] }) {
  return (
    <p role="status" className="sr-only">
      {inWords(names)}
    </p>
  );
}
