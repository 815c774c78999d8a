import { type CompanySettings, initialCompany } from './company-settings';

/** What every decision goes by: what the company has settled, and how far its books are closed. */
export interface DecisionSettings extends CompanySettings {
  /** The last day of the accounting periods that are closed, `YYYY-MM-DD`; null while all are open. */
  closedThrough: string | null;
}

/** What holds until somebody settles something else. */
export const initialSettings: DecisionSettings = { ...initialCompany, closedThrough: null };
