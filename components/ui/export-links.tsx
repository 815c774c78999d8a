import { Download } from 'lucide-react';
import { buttonStyles } from './button-styles';

interface ExportLinksProps {
  /** The file's address; it takes `format`. */
  href: string;
  /** What the first link says, where the file holds less than everything. */
  label?: string;
}

/** What is shown as a file: CSV for spreadsheets, JSON Lines for programs. Links, so that a page loads nothing for them. */
export function ExportLinks({ href, label = 'Export CSV' }: ExportLinksProps) {
  return (
    <span className="inline-flex shrink-0 print:hidden">
      <a href={href} download className={buttonStyles({ className: 'rounded-e-none max-lg:px-2' })}>
        <Download aria-hidden="true" />
        <span className="max-lg:sr-only">{label}</span>
      </a>
      <a
        href={`${href}${href.includes('?') ? '&' : '?'}format=jsonl`}
        download
        aria-label="Export JSON Lines"
        title="One JSON object a line, for programs"
        className={buttonStyles({ className: 'rounded-s-none border-s-0 px-2' })}
      >
        JSON
      </a>
    </span>
  );
}
