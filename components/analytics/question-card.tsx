import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card } from '../ui/card';

/** A question with its answer; the whole page of it is one click away. */
export function QuestionCard({
  title,
  href,
  children,
}: {
  title: string;
  href: string;
  children: ReactNode;
}) {
  return (
    <Card className="flex flex-col gap-2 p-4">
      <h2 className="text-emphasis font-semibold text-ink">
        <Link href={href} className="inline-flex min-h-6 items-center hover:underline">
          {title}
        </Link>
      </h2>
      <div className="flex-1 text-body text-ink-2">{children}</div>
      <Link
        href={href}
        className="inline-flex min-h-6 items-center gap-1 self-start text-dense font-medium text-accent"
      >
        <span>
          Chart, numbers and records<span className="sr-only">: {title}</span>
        </span>
        <ArrowRight aria-hidden="true" className="size-3.5 rtl:-scale-x-100" />
      </Link>
    </Card>
  );
}
