/** What a list is of, and what else of it is of the moment in view: its totals, its file. */
export interface ListWords {
  of: string;
  contents: string;
}
