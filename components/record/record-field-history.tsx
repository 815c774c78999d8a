'use client';

import type { ComponentType } from 'react';
import { inWords, type RecordWords, wordsAt } from '@/lib/field-words';
import type { FieldHistoryProps } from '../history/field-history-context';
import { FieldHistoryDialog } from '../history/field-history-dialog';
import { leafAt } from './leaf-at';

/** "Why is this value here?" of the fields that a workflow has words for. */
export function fieldHistoryOf<S extends object>(words: RecordWords<S>): ComponentType<FieldHistoryProps> {
  return (props) => (
    <FieldHistoryDialog
      {...props}
      fieldsOf={(path, label) => {
        const own = wordsAt(words, path) ?? { label };
        const read = (state: object) => inWords(own, leafAt(state, path), state as S);
        const field = { label, paths: [path], read };
        return { field, among: [field] };
      }}
    />
  );
}
