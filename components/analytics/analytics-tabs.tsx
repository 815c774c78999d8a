import Link from 'next/link';
import { type Question, questions } from '@/lib/analytics/question';
import { analyticsPages } from '../shell/analytics-pages';
import { cn } from '../ui/cn';

interface AnalyticsTabsProps {
  current: string;
  /** The address of a question that keeps what is asked. */
  href?(page: Question | ''): string;
}

/** The pages of the analytics. From one question to another the filters go along. */
export function AnalyticsTabs({ current, href }: AnalyticsTabsProps) {
  const hrefOf = (path: string) => {
    const question = path === '/analytics' ? '' : questions.find((each) => path === `/analytics/${each}`);
    return question !== undefined && href ? href(question) : path;
  };
  return (
    <nav aria-label="Analytics pages" className="print:hidden">
      <ul className="flex flex-wrap gap-1">
        {analyticsPages.map(({ path, label }) => (
          <li key={path}>
            <Link
              href={hrefOf(path)}
              aria-current={path === current ? 'page' : undefined}
              className={cn(
                'inline-flex h-8 items-center rounded-control px-3 text-dense font-medium text-ink-2 hover:bg-sunken hover:text-ink',
                path === current && 'bg-accent-soft text-accent hover:bg-accent-soft hover:text-accent',
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
