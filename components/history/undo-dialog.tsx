'use client';

import { type FormEvent, useId, useMemo, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { explain } from '@/lib/event-sourcing/narrate';
import { type Plan, type RevertRequest, versionsOf } from '@/lib/event-sourcing/plan';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import type { Alternative } from '@/lib/event-sourcing/workflow';
import { newId } from '../new-id';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FormNote } from '../ui/form-note';
import { FormProblem } from '../ui/form-problem';
import { TextareaField } from '../ui/textarea-field';
import { showToast } from '../ui/toast';
import type { Instead, InsteadOf } from './instead';
import { PlanPreview } from './plan-preview';
import { requiredReason } from './reason-text';
import { useRecord } from './record-context';
import { RefusalDetails } from './refusal-details';
import { type Done, describeRequest, type RequestWords, sentenceOf, titleOf } from './request-words';
import { askThrough, type Through } from './through';
import { rowControl } from './use-go-to';
import { type LivePlan, useLivePlan } from './use-live-plan';

interface UndoDialogProps {
  request: RevertRequest;
  /** How it is carried out, where not by whoever looks at it. */
  through?: Through;
  insteadOf?: InsteadOf | undefined;
  onClose(): void;
  onDone(done: Done): void;
}

/**
 * The one dialog of undo, redo, cascade and restore. It plans on the record as it is now, for as long as it is open: what
 * can be done is shown before it is done, with a reason where one is asked for; what can't be done says why and what can be
 * done instead. Another way of doing it, such as a cascade, takes its place in the same dialog.
 */
export function UndoDialog({
  request: first,
  through: firstThrough,
  insteadOf,
  onClose,
  onDone,
}: UndoDialogProps) {
  const { reader, rights, person, command, revert, show } = useRecord();
  const formId = useId();
  // One id for what is asked for, however often the button is pressed.
  const [asked, setAsked] = useState(() => ({ request: first, operationId: newId() }));
  const [through, setThrough] = useState<Through | null>(firstThrough ?? null);
  const asker = useMemo(
    () => (through?.asks ? { ...rights, mayChangeOthersWork: true } : rights),
    [through, rights],
  );
  const [sent, setSent] = useState<LivePlan | null>(null);
  const [reason, setReason] = useState('');
  const [reasonProblem, setReasonProblem] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const returnTo = useRef<HTMLElement>(null);
  const { request } = asked;
  const { plan: live, news } = useLivePlan(request, sent, asker);
  const { log, result, fingerprint } = live;
  const words = wordsOf(log, request, result.ok ? result.plan : null);

  const needsReason = result.ok && (through ? through.asks : result.plan.reasonRequired);

  const askInstead = (other: RevertRequest) => {
    setAsked({ request: other, operationId: newId() });
    setProblem(undefined);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!result.ok || sent) return;
    const typed = needsReason ? z.safeParse(requiredReason, reason) : null;
    setReasonProblem(typed?.error?.issues[0]?.message);
    if (typed?.error) return;
    setProblem(undefined);
    setSent(live);
    const why = typed?.data ?? null;
    const options = { reason: why, operationId: asked.operationId, planHash: fingerprint };
    const answer = through
      ? await command(through.command, { ...options, seenVersion: log.version })
      : await revert(request, options);
    if (answer.ok && through) {
      onClose();
      void showToast({ title: through.done, tone: 'success' });
      return;
    }
    if (answer.ok) {
      onDone({ request, words, reason: why, note: noteOn(result.plan), events: answer.events });
      return;
    }
    setProblem(answer.refusal.message);
    setSent(null);
  };
  /** Old values as a new change: what the button says is all there is to see, so it is done at once. */
  const putBack = async ({ command: given, originVersion }: Alternative) => {
    if (!given || sent) return;
    setProblem(undefined);
    setSent(live);
    const options = { operationId: asked.operationId, originVersion, seenVersion: log.version };
    const answer = await command(given, options);
    if (answer.ok) {
      onClose();
      void showToast({ title: 'Put back as a new change. Undo takes it away again.', tone: 'success' });
      return;
    }
    setProblem(answer.refusal.message);
    setSent(null);
  };
  const wayTo = (alternative: Alternative): Instead | undefined => {
    const [version] = versionsOf(request);
    if (alternative.action === 'cascade' && version)
      return { refusal: null, go: () => askInstead({ button: 'cascade', version }) };
    if (alternative.action === 'ask_manager' && request.button === 'row') {
      const asked = askThrough(log, request.version, newId(), words);
      return asked ? { refusal: null, go: () => setThrough(asked) } : undefined;
    }
    if (alternative.command) return { refusal: null, go: () => void putBack(alternative) };
    const instead = insteadOf?.(alternative.action);
    if (!instead) return undefined;
    const go = () => {
      onClose();
      instead.go();
    };
    return { ...instead, go };
  };
  const goTo = (version: number) => {
    returnTo.current = rowControl(version);
    onClose();
    show(version);
  };
  const { title, description, action } = through ?? spokenOf(log, request, words);
  const compact = request.button === 'list' && result.ok;
  const byName = news?.actor.id === person.id ? 'You' : news?.actor.name;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      dismissible={!sent}
      // What is to be read comes first, and scrolls; a dialog that only asks why begins with its field.
      initialFocus={compact ? undefined : form}
      finalFocus={returnTo}
      size={compact ? 'small' : 'medium'}
      title={result.ok ? title : `Can’t ${title.charAt(0).toLowerCase()}${title.slice(1)}`}
      description={result.ok ? description : undefined}
      footer={
        result.ok ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={formId} variant="primary" pending={sent !== null}>
              {action}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>Close</Button>
        )
      }
    >
      <form
        ref={form}
        id={formId}
        tabIndex={-1}
        onSubmit={submit}
        noValidate
        className="flex flex-col gap-4 outline-none"
      >
        <FormNote tone="caution">
          {news ? (
            <>
              <bdi>{byName}</bdi> changed this meanwhile; look again.
            </>
          ) : null}
        </FormNote>
        <FormProblem>{problem}</FormProblem>
        {result.ok ? (
          <>
            {compact ? null : <PlanPreview {...{ log, request, reader }} plan={result.plan} />}
            {result.plan.consequences.map((consequence) => (
              <p key={consequence} className="rounded-control bg-undo-soft px-3 py-2 text-dense text-undo">
                {consequence}
              </p>
            ))}
            {needsReason ? (
              <TextareaField
                label="Reason"
                description="Everyone who looks at the history sees it."
                value={reason}
                maxLength={1000}
                error={reasonProblem}
                onChange={(event) => setReason(event.target.value)}
              />
            ) : null}
          </>
        ) : (
          <RefusalDetails
            log={log}
            refusal={explain(log, result.refusal, reader, rights)}
            reader={reader}
            onGoTo={goTo}
            insteadOf={wayTo}
            pending={sent !== null}
          />
        )}
      </form>
    </Dialog>
  );
}

/** What the request is called, once it is known how much it takes. */
function wordsOf(log: RecordLog, request: RevertRequest, plan: Plan | null): RequestWords {
  const words = describeRequest(log, request);
  if (request.button !== 'cascade' || !plan) return words;
  const count = new Set(plan.reverts.map(({ revertsVersion }) => log.history.operationOf(revertsVersion)))
    .size;
  return count > 1 ? { ...words, joint: ' ', short: `${count} changes` } : words;
}

function spokenOf(
  log: RecordLog,
  request: RevertRequest,
  words: RequestWords,
): { title: string; description: string | undefined; action: string } {
  const title = titleOf(words);
  const action = request.button === 'cascade' ? title : words.verb;
  return { title, description: descriptionOf(log, request), action };
}

function descriptionOf(log: RecordLog, request: RevertRequest): string | undefined {
  switch (request.button) {
    case 'list':
      return sentenceOf(log, request);
    case 'cascade':
      return 'What depends on the change goes with it, as one action that can itself be undone.';
    case 'restore':
      return 'Everything that came later is taken back, as one action that can itself be undone. Nothing is deleted.';
    default:
      return undefined;
  }
}

/** Told afterwards, of a restore that could not take everything back. */
function noteOn({ stays }: Plan): string | undefined {
  if (stays.length === 0) return undefined;
  return stays.length === 1 ? 'One change stays as it is.' : `${stays.length} changes stay as they are.`;
}
