import { Braces, Download } from 'lucide-react';
import { buttonStyles } from './button-styles';
import { MoreExports } from './more-exports';

interface ExportLinksProps {
  /** The file's address; it takes `format`. */
  href: string;
  /** "newest 10,000", where the CSV file holds no more than these. */
  newest?: string | null;
  /** What else it can be had as: the format as the address has it, and what people call it. */
  more?: readonly { format: string; label: string }[];
}

/**
 * What is shown as a file: CSV for spreadsheets, JSON Lines for programs. Links, so that a page loads nothing for them;
 * what few ask for is in a menu.
 */
export function ExportLinks({ href, newest, more = [] }: ExportLinksProps) {
  const hrefOf = (format: string) => `${href}${href.includes('?') ? '&' : '?'}format=${format}`;
  return (
    <span className="inline-flex shrink-0 print:hidden">
      <a href={href} download className={buttonStyles({ className: 'rounded-e-none max-lg:px-2' })}>
        <Download aria-hidden="true" />
        <span className="max-lg:sr-only">{newest ? `Export ${newest}` : 'Export CSV'}</span>
      </a>
      <a
        href={hrefOf('jsonl')}
        download
        title="JSON Lines"
        className={buttonStyles({
          className: `rounded-s-none border-s-0 px-2 ${more.length > 0 ? 'rounded-e-none' : ''}`,
        })}
      >
        <Braces aria-hidden="true" />
        <span aria-hidden="true" className="max-xl:hidden">
          JSON
        </span>
        <span className="sr-only">Export as JSON Lines</span>
      </a>
      {more.length > 0 ? (
        <MoreExports files={more.map(({ format, label }) => ({ href: hrefOf(format), label }))} />
      ) : null}
    </span>
  );
}
