import { Braces, Download } from 'lucide-react';
import { buttonStyles } from '../ui/button-styles';

interface ExportLinksProps {
  /** The filters as they stand in the address, with their question mark; empty for none. */
  filters: string;
  /** How many events match. */
  total: number;
  /** How many a file holds at most. */
  most: number;
}

/** Everything that matches as a file: for a spreadsheet, and a line of JSON an event for a program. */
export function ExportLinks({ filters, total, most }: ExportLinksProps) {
  const newest = total > most ? `newest ${count.format(most)}` : null;
  const href = `/api/activity/export${filters}`;
  return (
    <>
      <a href={href} download className={buttonStyles()}>
        <Download aria-hidden="true" />
        {newest ? `Export ${newest}` : 'Export CSV'}
      </a>
      <a
        href={`${href}${filters ? '&' : '?'}format=jsonl`}
        download
        className={buttonStyles({ className: 'max-sm:px-2' })}
      >
        <Braces aria-hidden="true" />
        <span className="sr-only">Export {newest} as </span>
        <span className="max-sm:sr-only">JSON Lines</span>
      </a>
    </>
  );
}

const count = new Intl.NumberFormat('en-US');
