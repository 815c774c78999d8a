import type { Recorded } from '@/lib/event-sourcing/event';

const channels: Record<string, string> = {
  api: 'the API',
  command_line: 'the command line',
  import: 'an import',
};

/** How an event came about, where that is worth a word: "subscription renewal, through the API". */
export function EventCircumstances({ event }: { event: Recorded }) {
  const { process, channel } = event.metadata;
  const parts = [
    typeof process === 'string' ? process.replaceAll('_', ' ') : null,
    // The app's own pages and forms are how things are done; anything else is told.
    typeof channel === 'string' && channels[channel] ? `through ${channels[channel]}` : null,
    event.cause === 'import' ? 'imported' : null,
    event.cause === 'restore' ? 'restoring a former state' : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <span>· {parts.join(', ')}</span>;
}
