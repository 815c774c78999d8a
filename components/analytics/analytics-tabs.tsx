import Link from 'next/link';
import type { Question } from '@/lib/analytics/question';
import { cn } from '../ui/cn';

const pages: readonly { path: string; label: string; question?: Question | '' }[] = [
  { path: '/analytics', label: 'Overview', question: '' },
  { path: '/analytics/refunds', label: 'Refunds', question: 'refunds' },
  { path: '/analytics/failed-payments', label: 'Failed payments', question: 'failed-payments' },
  { path: '/analytics/churn', label: 'Churn', question: 'churn' },
  { path: '/analytics/undo', label: 'Undo', question: 'undo' },
  { path: '/analytics/explorer', label: 'Explorer' },
  { path: '/analytics/process-map', label: 'Process map' },
];

interface AnalyticsTabsProps {
  current: string;
  /** The address of a question that keeps what is asked. */
  href?(page: Question | ''): string;
}

/** The pages of the analytics. From one question to another the filters go along. */
export function AnalyticsTabs({ current, href }: AnalyticsTabsProps) {
  return (
    <nav aria-label="Analytics pages" className="print:hidden">
      <ul className="flex flex-wrap gap-1">
        {pages.map(({ path, label, question }) => (
          <li key={path}>
            <Link
              href={question !== undefined && href ? href(question) : path}
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
