import { type CompanySettings, initialCompany } from './company-settings';

/** What every decision goes by: what the company has settled, how far its books are closed, and who looks after people. */
export interface DecisionSettings extends CompanySettings {
  /** The last day of the accounting periods that are closed, `YYYY-MM-DD`; null while all are open. */
  closedThrough: string | null;
  /** The ids of those who may manage people now, of whom one must be left. */
  admins: readonly string[];
}

/** What holds until somebody settles something else. */
export const initialSettings: DecisionSettings = { ...initialCompany, closedThrough: null, admins: [] };
