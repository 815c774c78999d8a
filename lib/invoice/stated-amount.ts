interface MayStateAmount {
  type: string;
  amount?: unknown;
  line?: unknown;
  unitPrice?: unknown;
  discount?: { amount: number | null };
}

/** Where in a command an amount stands whose currency it does not name itself, or null. */
export function statedAmount(command: MayStateAmount): string | null {
  if ('amount' in command) return 'amount';
  if ('line' in command) return 'line.unitPrice';
  if (command.unitPrice !== undefined) return 'unitPrice';
  return command.discount && command.discount.amount !== null ? 'discount.amount' : null;
}
