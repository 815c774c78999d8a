/** What events can be exported as: CSV is told for people, the others are the log itself for programs. */
export const eventFormats = ['csv', 'jsonl', 'cloudevents', 'xes'] as const;
export type EventFormat = (typeof eventFormats)[number];

/** What they are called where one is chosen. */
export const eventFormatLabels: Readonly<Record<EventFormat, string>> = {
  csv: 'CSV',
  jsonl: 'JSON Lines',
  cloudevents: 'CloudEvents',
  xes: 'XES',
};
