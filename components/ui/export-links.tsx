import { Braces, Download } from 'lucide-react';
import { buttonStyles } from './button-styles';

interface ExportLinksProps {
  /** The file's address; it takes `format`. */
  href: string;
  /** "newest 10,000", where a file holds no more than these. */
  newest?: string | null;
}

/** What is shown as a file: CSV for spreadsheets, JSON Lines for programs. Links, so that a page loads nothing for them. */
export function ExportLinks({ href, newest }: ExportLinksProps) {
  return (
    <span className="inline-flex shrink-0 print:hidden">
      <a href={href} download className={buttonStyles({ className: 'rounded-e-none max-lg:px-2' })}>
        <Download aria-hidden="true" />
        <span className="max-lg:sr-only">{newest ? `Export ${newest}` : 'Export CSV'}</span>
      </a>
      <a
        href={`${href}${href.includes('?') ? '&' : '?'}format=jsonl`}
        download
        title="JSON Lines"
        className={buttonStyles({ className: 'rounded-s-none border-s-0 px-2' })}
      >
        <Braces aria-hidden="true" />
        <span aria-hidden="true" className="max-xl:hidden">
          JSON
        </span>
        <span className="sr-only">Export {newest} as JSON Lines</span>
      </a>
    </span>
  );
}
