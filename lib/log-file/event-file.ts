import { type FileFormat, jsonLines } from '../export-format';
import { cloudEvent } from './cloud-event';
import { eventLine, type LoggedEvent } from './event-line';
import { xesFile } from './xes';

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

/** The log itself as a file, its events record by record. */
export function logFile(as: Exclude<EventFormat, 'csv'>): FileFormat<LoggedEvent> {
  switch (as) {
    case 'jsonl':
      return jsonLines(eventLine);
    case 'cloudevents':
      return {
        ...jsonLines((event: LoggedEvent) => JSON.stringify(cloudEvent(event))),
        extension: 'cloudevents.jsonl',
      };
    case 'xes':
      return xesFile();
  }
}
