'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import type { BulkKind, BulkPreview } from '@/lib/invoice/bulk';
import type { BulkPreviewResult, BulkResult } from '@/lib/invoice/bulk-result';
import type { SelectionInput } from '@/lib/invoice/invoice-selection';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { Spinner } from '../ui/spinner';
import { TextareaField } from '../ui/textarea-field';
import { showToast } from '../ui/toast';
import { BulkRefusals } from './bulk-refusals';
import { bulkWords } from './bulk-words';

/** What the page may ask of the server for many invoices; see app/actions/bulk-invoices.ts. */
export interface BulkActions {
  preview(input: {
    asOf: string | null;
    kind: BulkKind;
    selection: SelectionInput;
  }): Promise<BulkPreviewResult>;
  run(input: {
    /** The past moment that the list is of; null is now. */
    asOf: string | null;
    operationId: string;
    action: { kind: BulkKind; text: string | null };
    ids: readonly string[];
    criteria: string | null;
  }): Promise<BulkResult>;
}

interface BulkDialogProps {
  asOf: string | null;
  kind: BulkKind;
  selection: SelectionInput;
  actions: BulkActions;
  onDone(): void;
  onClose(): void;
}

const unreachable =
  'The server could not be reached, so it is not certain whether this was done. Try again: it is done only once.';

/**
 * Asks the server what would come of it, shows which of the selected invoices it can't be done to and why, and goes on
 * with the others. What changed since then comes back as another look, with nothing done.
 */
export function BulkDialog({ asOf, kind, selection, actions, onDone, onClose }: BulkDialogProps) {
  const router = useRouter();
  // What was selected when the dialog opened is what it is about.
  const [asked] = useState(selection);
  const [operationId] = useState(newId);
  const [preview, setPreview] = useState<BulkPreview | null>(null);
  const [text, setText] = useState('');
  const [fieldProblem, setFieldProblem] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);
  const words = bulkWords[kind];

  const { preview: ask } = actions;
  useEffect(() => {
    let gone = false;
    const show = (then: () => void) => !gone && then();
    ask({ asOf, kind, selection: asked }).then(
      (result) => show(() => (result.ok ? setPreview(result.preview) : setProblem(result.refusal.message))),
      () => show(() => setProblem('The server could not be reached. Close this and try again in a moment.')),
    );
    return () => {
      gone = true;
    };
  }, [ask, asOf, kind, asked]);

  const able = preview?.able.length ?? 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!preview || able === 0 || pending) return;
    setProblem(undefined);
    setFieldProblem(undefined);
    if (kind === 'add_note' && text.trim() === '') return setFieldProblem('Write the note.');
    setPending(true);
    try {
      const result = await actions.run({
        asOf,
        operationId,
        action: { kind, text: text.trim() || null },
        ids: preview.able,
        criteria: asked.kind === 'matching' ? asked.address : null,
      });
      if (!result.ok) {
        const inField = result.refusal.fieldErrors?.['action.text'];
        if (inField) setFieldProblem(inField);
        else setProblem(result.refusal.message);
      } else if (result.outcome === 'changed_meanwhile') {
        setPreview(result.preview);
        setProblem('Something changed meanwhile, so nothing was done yet. Look again, then go on.');
      } else {
        void showToast({ title: words.done(result.changed), tone: 'success' });
        onDone();
        onClose();
        router.refresh();
      }
    } catch {
      setProblem(unreachable);
    } finally {
      setPending(false);
    }
  };
  return (
    <FormDialog
      title={words.title}
      description={words.description}
      action={preview ? words.action(able) : words.title}
      actionDisabledReason={
        preview ? (able === 0 ? words.none : null) : 'One moment, the invoices are being looked at.'
      }
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div role="status" className="text-dense text-ink">
        {preview ? (
          words.summary(able, preview.refusedCount)
        ) : problem ? null : (
          <span className="flex items-center gap-2 text-ink-2">
            <Spinner /> Looking at the invoices…
          </span>
        )}
      </div>
      {preview ? <BulkRefusals preview={preview} /> : null}
      <TextareaField
        label={words.field}
        description={words.fieldDescription}
        value={text}
        maxLength={words.longest}
        onChange={(event) => setText(event.target.value)}
        error={fieldProblem}
      />
    </FormDialog>
  );
}
