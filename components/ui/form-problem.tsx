import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** What is wrong with a form as a whole, and what to do. Always in the page, so that it is announced when it fills. */
export function FormProblem({ children }: { children?: ReactNode }) {
  return (
    <div role="alert" className="empty:hidden">
      {children ? (
        <p className="flex gap-2.5 rounded-control bg-danger-soft px-3 py-2.5 text-dense font-medium text-danger">
          <TriangleAlert aria-hidden="true" className="mt-px size-4 shrink-0" />
          <span>{children}</span>
        </p>
      ) : null}
    </div>
  );
}
