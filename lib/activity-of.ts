/** What happened, by name: the type of the event, or the word of the log that it was brought in from. */
export function activityOf({
  workflow,
  type,
  payload,
}: {
  workflow: string;
  type: string;
  payload: unknown;
}): string {
  const { activity } = payload as { activity?: unknown };
  return workflow === 'record' && typeof activity === 'string' ? activity : type;
}
