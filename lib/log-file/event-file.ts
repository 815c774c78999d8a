import type { EventFormat } from '../event-formats';
import { type FileFormat, jsonLines } from '../export-format';
import { cloudEvent } from './cloud-event';
import { eventLine, type LoggedEvent } from './event-line';
import { xesFile } from './xes';

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
