import type { InvoicePaper } from './invoice-paper';

/** An invoice as a sheet of paper: for a customer or an auditor, without anything to press. */
export function InvoiceSheet({ paper }: { paper: InvoicePaper }) {
  return (
    <>
      <div className="mt-6 flex flex-wrap justify-between gap-8">
        <address className="min-w-0 text-dense text-ink-2 not-italic">
          <p className="text-label">To</p>
          <Block lines={paper.customer} />
        </address>
        <dl className="grid grid-cols-[auto_auto] content-start justify-end gap-x-3 gap-y-1 text-dense">
          {paper.terms.map(({ label, value }) => (
            <div key={label} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-end text-ink-2">{label}</dt>
              <dd className="min-w-0 font-medium wrap-anywhere tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Lines lines={paper.lines} />
      <dl className="ms-auto mt-3 w-full max-w-88 break-inside-avoid text-dense tabular-nums">
        {paper.figures.map(({ id, label, amount, strong }) => (
          <div key={id} className={`flex justify-between gap-6 py-0.5 ${strong ? 'font-semibold' : ''}`}>
            <dt className="min-w-0 wrap-anywhere">
              <bdi>{label}</bdi>
            </dt>
            <dd className="whitespace-nowrap">{amount}</dd>
          </div>
        ))}
      </dl>
      {paper.memo ? (
        <section className="mt-6 text-dense">
          <h2 className="text-label font-medium text-ink-2">Memo</h2>
          <p dir="auto" className="wrap-anywhere whitespace-pre-line">
            {paper.memo}
          </p>
        </section>
      ) : null}
      <Parts title="Payments" parts={paper.payments} />
      <Parts title="Credit notes" parts={paper.credits} />
    </>
  );
}

/** Who it is, and where: the name stands out. */
export function Block({ lines: [name, ...rest] }: { lines: readonly string[] }) {
  return (
    <>
      <p className="text-emphasis font-semibold wrap-anywhere text-ink">
        <bdi>{name}</bdi>
      </p>
      <p dir="auto" className="wrap-anywhere whitespace-pre-line">
        {rest.join('\n')}
      </p>
    </>
  );
}

const number = 'ps-4 text-end whitespace-nowrap tabular-nums';

function Lines({ lines }: { lines: InvoicePaper['lines'] }) {
  if (lines.length === 0) return <p className="mt-6 border-y border-line py-4 text-dense">No lines yet.</p>;
  return (
    <table className="mt-6 w-full border-collapse text-dense">
      <caption className="sr-only">Lines</caption>
      <thead>
        <tr className="border-b border-line-strong text-label text-ink-2 [&>th]:py-1.5 [&>th]:font-medium">
          <th scope="col" className="text-start">
            Item
          </th>
          <th scope="col" className={number}>
            Qty
          </th>
          <th scope="col" className={number}>
            Price
          </th>
          <th scope="col" className={number}>
            Tax
          </th>
          <th scope="col" className={number}>
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className="break-inside-avoid border-b border-line align-top [&>*]:py-1.5">
            <th scope="row" className="min-w-0 text-start font-normal wrap-anywhere">
              <bdi>{line.item}</bdi>
            </th>
            <td className={number}>{line.quantity}</td>
            <td className={number}>{line.price}</td>
            <td className={number}>{line.tax}</td>
            <td className={number}>{line.amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Parts({ title, parts }: { title: string; parts: InvoicePaper['payments'] }) {
  if (parts.length === 0) return null;
  return (
    <section className="mt-6 text-dense">
      <h2 className="break-after-avoid text-body font-semibold">{title}</h2>
      <table className="mt-1 w-full border-collapse">
        <caption className="sr-only">{title}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Day</th>
            <th scope="col">What</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.id} className="break-inside-avoid border-t border-line align-top [&>*]:py-1">
              <td className="w-28 pe-3 whitespace-nowrap text-ink-2 tabular-nums">{part.day}</td>
              <th
                scope="row"
                className={`min-w-0 text-start font-normal wrap-anywhere ${part.nested ? 'ps-4' : ''}`}
              >
                {part.title}
                {part.detail ? <span className="block text-label text-ink-2">{part.detail}</span> : null}
              </th>
              <td className={number}>{part.amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
