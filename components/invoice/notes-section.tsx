'use client';

import { isolated } from '@/lib/event-sourcing/isolated';
import { FieldHistoryButton, fieldArea } from '../history/field-history-button';
import { cn } from '../ui/cn';
import { Time } from '../ui/time';
import { MarkNote } from './mark-note';
import { PartActions } from './part-actions';
import { PartSection } from './part-table';
import { markStyle, partsInView, type Shown } from './parts-in-view';

/** What colleagues noted: who, when, what. */
export function NotesSection({ shown }: { shown: Shown }) {
  const parts = partsInView('notes', shown);
  if (parts.length === 0) return null;
  return (
    <PartSection title="Notes">
      <ul>
        {parts.map(({ child, mark }) => (
          <li
            key={child.id}
            className={cn(fieldArea, 'flex gap-2 border-line py-2 not-first:border-t', markStyle(mark))}
          >
            <div className="min-w-0 flex-1 text-dense">
              <p className="text-label text-ink-2">
                <bdi className="font-medium text-ink">{child.author}</bdi> ·{' '}
                <Time at={child.addedAt} show="minute" focusable />
                <MarkNote mark={mark} />
                <FieldHistoryButton
                  id={`notes.${child.id}`}
                  label="Note"
                  of={isolated(child.author)}
                  className="ms-1"
                />
              </p>
              <p dir="auto" className="mt-0.5 break-words whitespace-pre-line text-ink">
                {child.text}
              </p>
            </div>
            {mark === 'gone' ? null : (
              <PartActions
                label={`Actions for ${isolated(child.author)}’s note`}
                childId={child.id}
                actions={[{ action: 'withdraw_note', label: 'Withdraw note', tone: 'danger' }]}
              />
            )}
          </li>
        ))}
      </ul>
    </PartSection>
  );
}
