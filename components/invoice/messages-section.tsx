'use client';

import type { Message } from '@/lib/invoice/events';
import { FieldHistoryButton, fieldArea } from '../history/field-history-button';
import { cn } from '../ui/cn';
import { Time } from '../ui/time';
import { MarkNote } from './mark-note';
import { PartSection } from './part-table';
import { markStyle, partsInView, type Shown } from './parts-in-view';

const kinds: Record<Message['kind'], string> = {
  invoice: 'Invoice',
  receipt: 'Receipt',
  reminder: 'Reminder',
};

/** What was sent to whom, and when. */
export function MessagesSection({ shown }: { shown: Shown }) {
  const parts = partsInView('messages', shown);
  if (parts.length === 0) return null;
  return (
    <PartSection title="Messages">
      <ul>
        {parts.map(({ child, mark }) => (
          <li
            key={child.id}
            className={cn(fieldArea, 'border-line py-2 text-dense not-first:border-t', markStyle(mark))}
          >
            <p className="flex flex-wrap items-baseline gap-x-2 text-ink">
              <span>
                {kinds[child.kind]} to <span className="break-all">{child.to}</span>
              </span>
              <span className="text-label text-ink-2">
                <Time at={child.sentAt} show="minute" focusable />
                <MarkNote mark={mark} />
                <FieldHistoryButton
                  id={`messages.${child.id}`}
                  label={`${kinds[child.kind]} sent`}
                  of={child.to}
                  className="ms-1"
                />
              </span>
            </p>
            {child.text ? (
              <p dir="auto" className="mt-0.5 break-words whitespace-pre-line text-ink-2">
                {child.text}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </PartSection>
  );
}
