'use client';

import { type FormEvent, type ReactNode, useId } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { FormProblem } from './form-problem';

interface FormDialogProps {
  title: string;
  description?: ReactNode;
  /** The button that does it. */
  action: string;
  /** Why it can't be done now. */
  actionDisabledReason?: string | null;
  danger?: boolean;
  pending: boolean;
  problem?: ReactNode;
  onSubmit(event: FormEvent): void;
  onClose(): void;
  children?: ReactNode;
}

/** A form in a dialog: fields, what is wrong with it as a whole, Cancel and the button that does it. */
export function FormDialog({
  title,
  description,
  action,
  actionDisabledReason,
  danger,
  pending,
  problem,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const formId = useId();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      dismissible={!pending}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant={danger ? 'danger' : 'primary'}
            pending={pending}
            disabledReason={actionDisabledReason}
          >
            {action}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <FormProblem>{problem}</FormProblem>
        {children}
      </form>
    </Dialog>
  );
}
