import { History } from 'lucide-react';

/** The mark and the name. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2 text-[0.9375rem] font-semibold text-ink">
      <span aria-hidden="true" className="grid size-6 place-items-center rounded-md bg-accent text-on-accent">
        <History className="size-4" strokeWidth={2.25} />
      </span>
      Retrace
    </span>
  );
}
