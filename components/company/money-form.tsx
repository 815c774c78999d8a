'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import type { roundingLabels } from '@/lib/company/describe';
import { approvalAbove, companyCurrency, rounding } from '@/lib/company/events';
import { currencyOptions } from '@/lib/currencies';
import { parseMoney, roundings, toDecimalText } from '@/lib/money';
import { ReasonField } from '../history/reason-field';
import { typedReason } from '../history/reason-text';
import { FormDialog } from '../ui/form-dialog';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import { useCompanyForm, useOpenedCompany } from './use-company-form';

const typed = z.object({ currency: companyCurrency, rounding, limit: z.string(), reason: typedReason });

/** The limit is read in the currency that is chosen beside it; empty, there is none. */
const schema = z.pipe(
  typed,
  z.transform(({ limit, currency, rounding }: z.output<typeof typed>, context) => {
    if (limit.trim() === '') return { currency, rounding, approvalAbove: null };
    const read = parseMoney(limit, currency);
    const checked = 'amount' in read ? approvalAbove.safeParse(read.amount) : undefined;
    if (checked?.success) return { currency, rounding, approvalAbove: checked.data };
    const message = 'problem' in read ? read.problem : (checked?.error?.issues[0]?.message ?? '');
    context.issues.push({ code: 'custom', message, input: limit, path: ['limit'] });
    return z.NEVER;
  }),
);

const roundingHints = {
  half_even: 'Half to even: 0.125 is 0.12, 0.135 is 0.14',
  half_up: 'Half up: 0.125 is 0.13, 0.135 is 0.14',
} as const satisfies typeof roundingLabels;

const roundingOptions = roundings.map((value) => ({ value, label: roundingHints[value] }));

/** Currency, rounding and the limit for approval: one operation. */
export function MoneyForm({ onClose }: { onClose(): void }) {
  const company = useOpenedCompany();
  const [currencies] = useState(() => currencyOptions(company.currency));
  const { form, submit, problem, pending } = useCompanyForm({
    schema,
    defaults: {
      currency: company.currency,
      rounding: company.rounding,
      limit: company.approvalAbove === null ? '' : toDecimalText(company.approvalAbove, company.currency),
      reason: '',
    },
    toCommand: (chosen) => {
      const moved = chosen.currency !== company.currency;
      return {
        type: 'change_money_rules',
        ...(moved && { currency: chosen.currency }),
        ...(chosen.rounding !== company.rounding && { rounding: chosen.rounding }),
        // Seen beside the new currency, the limit is meant in it.
        ...((moved || chosen.approvalAbove !== company.approvalAbove) && {
          approvalAbove: chosen.approvalAbove,
          amountsIn: chosen.currency,
        }),
      };
    },
    done: 'Money settings changed',
    onDone: onClose,
    fieldOf: (path) => (path === 'approvalAbove' ? 'limit' : path),
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Edit money"
      action="Save"
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label="Currency"
        description="Proposed for new invoices."
        options={currencies}
        {...form.register('currency')}
        error={errors.currency?.message}
      />
      <SelectField
        label="Rounding"
        description="Of half a minor unit, for invoices from then on."
        options={roundingOptions}
        {...form.register('rounding')}
        error={errors.rounding?.message}
      />
      <NumberField
        label="Approval above"
        description="Refunds, credit notes and write-offs that come to more than this on one invoice wait for a second person. Empty: nothing waits."
        {...form.register('limit')}
        suffix={form.watch('currency')}
        className="pe-12"
        error={errors.limit?.message}
      />
      <ReasonField {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
