import { type Problems, quoted } from './problems';
import type { Read } from './values';

/** The values of one source row, read with a note of what is wrong with each. */
export class Cells<Role extends string> {
  /** Some value of this row could not be read; a stand-in was answered for it. */
  failed = false;

  constructor(
    private readonly at: { table: string; row: string; columns: Partial<Record<string, string>> },
    private readonly values: Partial<Record<Role, string | null>>,
    private readonly problems: Problems,
  ) {}

  /** The text as the source has it. */
  raw(role: Role): string {
    return this.values[role] ?? '';
  }

  /** The text as it will be stored: trimmed, and null where nothing is left. */
  text(role: Role): string | null {
    return this.values[role]?.trim() || null;
  }

  /** The text of what must be there; `otherwise` and a problem where it is not. */
  required(role: Role, otherwise: string, why: string): string {
    const value = this.text(role);
    if (value === null) this.fail(role, `is empty; ${why}.`);
    return value ?? otherwise;
  }

  /** A value in another form; `otherwise` and a problem where it cannot be had. */
  read<T>(role: Role, reader: (text: string) => Read<T>, otherwise: T, why: string): T {
    const value = this.text(role);
    if (value === null) {
      this.fail(role, `is empty; ${why}.`);
      return otherwise;
    }
    const result = reader(value);
    if ('value' in result) return result.value;
    this.fail(role, `${quoted(value)} ${withStop(result.problem)}`);
    return otherwise;
  }

  /** Notes a problem with a value. */
  fail(role: string, message: string): void {
    this.failed = true;
    const { table, row, columns } = this.at;
    this.problems.add({ table, row, column: columns[role] ?? role, message });
  }
}

const withStop = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`);
