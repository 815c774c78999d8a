import type { CompanyCommand } from '@/lib/company/commands';
import { companyId } from '@/lib/company/company';
import { initialCompany } from '@/lib/company-settings';
import { undo } from './acts';
import type { OtherRecord } from './record';
import { type Act, otto, type Scene } from './step';

const ask =
  (command: CompanyCommand): Act<Scene> =>
  () =>
    command;

/** Whose books the demo's are. */
const northwind = { name: 'Northwind Supplies GmbH', address: 'Lindenstraße 12, 10969 Berlin' };

/** Where nobody set the company up yet; left out where an installation has done it already. */
const setUp = otto(
  '85 08:01',
  ask({ type: 'set_up_company', settings: { ...initialCompany, ...northwind } }),
);

/** Refunds and the like up to this wait for nobody, in cents. */
export const approvalLimit = 100_000;

/** How Otto set the company up, and what he changed since: a slip of his own, and the limit for approval. */
export const companyRecord: OtherRecord = {
  kind: 'company',
  name: 'company',
  streamId: companyId,
  steps: [
    setUp,
    otto('85 08:03', ask({ type: 'change_company_details', ...northwind, taxId: 'DE 318 224 790' })),
    otto(
      '85 08:06',
      ask({ type: 'change_money_rules', approvalAbove: approvalLimit }),
      'Four eyes above 1,000.00, as the auditor advised.',
    ),
    otto('58 16:20', ask({ type: 'change_time_zone', timeZone: 'Europe/London' })),
    otto('58 16:21', undo),
    otto(
      '44 09:40',
      ask({ type: 'change_payment_reference', paymentReference: 'creditor_reference' }),
      'The bank matches RF references by itself; numbers were typed wrong too often.',
    ),
  ],
};

export const isSetUp = (step: object): boolean => step === setUp;
