import type { PaperEvent } from './history-paper';

/** A record's history as a table to print: its head stands on every page, and no event is torn apart. */
export function HistorySheet({ events }: { events: Iterable<PaperEvent> }) {
  return (
    <table className="mt-6 w-full border-collapse text-dense">
      <caption className="sr-only">History</caption>
      <thead>
        <tr className="border-b border-line-strong text-start text-label text-ink-2 [&>th]:py-1.5 [&>th]:text-start [&>th]:font-medium">
          <th scope="col" className="w-8 sm:w-12">
            No.
          </th>
          <th scope="col" className="w-20 pe-2 sm:w-36 sm:pe-4">
            When
          </th>
          <th scope="col">What happened</th>
        </tr>
      </thead>
      <tbody>
        {Array.from(events, (event) => (
          <tr
            key={event.version}
            className="break-inside-avoid border-b border-line align-top [&>*]:py-2 [content-visibility:auto] print:[content-visibility:visible]"
          >
            <th scope="row" className="text-start font-medium tabular-nums">
              {event.version}
            </th>
            <td className="pe-2 text-ink-2 tabular-nums sm:pe-4">{event.when}</td>
            <td className="min-w-0 wrap-anywhere">
              <p>
                <strong className="font-semibold">
                  <bdi>{event.who}</bdi>
                </strong>{' '}
                <span className={event.inForce ? undefined : 'line-through decoration-1'}>
                  {event.sentence}
                </span>
              </p>
              {event.links.map((link) => (
                <p key={link} className="text-label text-undo">
                  {link}
                </p>
              ))}
              {event.reason ? (
                <p dir="auto" className="text-label whitespace-pre-line text-ink-2">
                  <span className="font-medium">Reason:</span> {event.reason}
                </p>
              ) : null}
              <Changes event={event} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ event: { changes } }: { event: PaperEvent }) {
  if (changes.length === 0) return null;
  return (
    <dl className="mt-1 grid grid-cols-1 gap-x-3 text-label sm:grid-cols-[minmax(5rem,9rem)_minmax(0,1fr)]">
      {changes.map(({ path, label, from, to }) => (
        <div key={path} className="grid grid-cols-subgrid sm:col-span-2">
          <dt className="wrap-anywhere text-ink-2">{label}</dt>
          <dd className="wrap-anywhere whitespace-pre-line tabular-nums">
            <bdi>{from ?? '–'}</bdi> → <bdi className="font-medium">{to ?? '–'}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
