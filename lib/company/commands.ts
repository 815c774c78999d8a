import * as z from 'zod/mini';
import {
  approvalAbove,
  companyAddress,
  companyCurrency,
  companyName,
  type companySettings,
  companyTaxId,
  digits,
  paymentReference,
  prefix,
  rounding,
  seriesName,
  timeZone,
} from './events';

/** What people may ask of the company's settings: one command for each section of the page. */
const commandSchemas = {
  change_company_details: z.object({
    type: z.literal('change_company_details'),
    name: z.optional(companyName),
    address: z.optional(companyAddress),
    taxId: z.optional(companyTaxId),
  }),
  change_time_zone: z.object({ type: z.literal('change_time_zone'), timeZone }),
  change_money_rules: z.object({
    type: z.literal('change_money_rules'),
    currency: z.optional(companyCurrency),
    rounding: z.optional(rounding),
    approvalAbove: z.optional(approvalAbove),
    /** The currency that the limit is meant in; left out by what reads the company itself. */
    amountsIn: z.optional(companyCurrency),
  }),
  change_payment_reference: z.object({ type: z.literal('change_payment_reference'), paymentReference }),
  change_number_series: z.object({
    type: z.literal('change_number_series'),
    series: seriesName,
    prefix: z.optional(prefix),
    digits: z.optional(digits),
  }),
};

/** What people may ask. Setting the company up is not among it: the installation does that. */
export const companyCommand = z.discriminatedUnion('type', [
  commandSchemas.change_company_details,
  commandSchemas.change_time_zone,
  commandSchemas.change_money_rules,
  commandSchemas.change_payment_reference,
  commandSchemas.change_number_series,
]);

/**
 * A command from outside, whose author saw the settings a while ago: a limit says which currency it is meant in, for
 * the company may have another by now.
 */
export const askedCompanyCommand = companyCommand.check(
  z.refine(
    (command) =>
      command.type !== 'change_money_rules' ||
      typeof command.approvalAbove !== 'number' ||
      command.amountsIn !== undefined,
    { error: 'Say which currency the limit is in.', path: ['amountsIn'] },
  ),
);

export interface SetUpCompany {
  type: 'set_up_company';
  settings: z.output<typeof companySettings>;
}

export type CompanyCommand = z.output<typeof companyCommand> | SetUpCompany;
