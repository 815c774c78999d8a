/**
 * Events as XES (IEEE 1849), which process mining reads: a trace is a record, named by its id, and an event's activity is
 * its type. What the standard's extensions have a key for stands under that; the rest under names of ours. What came from
 * a log goes out as it came in: cases by their names, activities by the log's own words, attributes with their types.
 */

import { activityOf } from '../activity-of';
import type { EventMetadata } from '../event-sourcing/event';
import type { FileFormat } from '../export-format';
import type { FieldType } from '../field-type';
import type { LoggedEvent } from './event-line';
import { xmlValue } from './xml';

/** Of IEEE 1849, with the prefix of their keys. */
const extensions = ['Concept', 'Lifecycle', 'Organizational', 'Time', 'Cost', 'Identity'] as const;
const prefixes: Readonly<Record<(typeof extensions)[number], string>> = {
  Concept: 'concept',
  Lifecycle: 'lifecycle',
  Organizational: 'org',
  Time: 'time',
  Cost: 'cost',
  Identity: 'identity',
};

/** @param name what the log is called, where all of it is one */
const headOf = (name: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
${extensions
  .map((name) => {
    const prefix = prefixes[name];
    return `  <extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>\n`;
  })
  .join('')}  <global scope="trace">
    <string key="concept:name" value=""/>
  </global>
  <global scope="event">
    <string key="concept:name" value=""/>
    <date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/>
  </global>
  <classifier name="Activity" keys="concept:name"/>
  <classifier name="Resource" keys="org:resource"/>
${attribute('  ', 'string', 'concept:name', name)}  <string key="lifecycle:model" value="standard"/>
`;

/** For one file: it remembers whose trace is open. Events come record by record. */
export function xesFile(): FileFormat<LoggedEvent> {
  let open: string | null = null;
  let name: string | null = null;
  const close = () => (open === null ? '' : '  </trace>\n');
  return {
    extension: 'xes',
    contentType: 'application/xml; charset=utf-8',
    // With the first event, which says of which log it is.
    head: '',
    text: (events) => {
      let text = '';
      for (const event of events) {
        if (name === null) {
          name = event.origin?.log ?? ownName;
          text += headOf(name);
        }
        if (event.stream_id !== open) {
          text += `${close()}  <trace>\n${traceNames(event, name)}`;
          open = event.stream_id;
        }
        text += isOfLog(event) ? logEvent(event) : xesEvent(event);
      }
      return text;
    },
    foot: () => `${name === null ? headOf(ownName) : ''}${close()}</log>\n`,
  };
}

/** What a file of everything is called. */
const ownName = 'Retrace';

/** A case of a log goes by its own name, as it came; where there are several logs, by its log's too, so that they stay apart. */
function traceNames({ stream_id, workflow, origin }: LoggedEvent, log: string): string {
  const one = (key: string, value: string) => attribute('    ', 'string', key, value);
  if (!origin) return one('concept:name', stream_id) + one('workflow', workflow);
  return one('concept:name', origin.log === log ? origin.caseId : `${origin.log}: ${origin.caseId}`);
}

/** What an activity says that a log was brought in with. */
interface LogActivity {
  activity: string;
  at?: string;
  fields: Readonly<Record<string, string>>;
  types?: Readonly<Record<string, FieldType>>;
}

/** Did a file bring it in as an activity of a case? */
const isOfLog = ({ workflow, type, cause }: LoggedEvent): boolean =>
  workflow === 'record' && type === 'activity_recorded' && cause === 'import';

/** An event of a log as it came, and nothing else: brought in again it is the same event, with the same types. */
function logEvent(event: LoggedEvent): string {
  const { activity, at, fields, types = {} } = event.payload as LogActivity;
  const own = Object.entries(fields).map(([field, value]) =>
    attribute('      ', typeAt(types, field), taken.has(field) ? `field:${field}` : field, value),
  );
  // Who did it stands behind the log in the actor's id; without one it was nobody whom the log names.
  const isNamed = event.actor_id !== `import:${event.origin?.log}`;
  return `    <event>\n${[
    attribute('      ', 'string', 'concept:name', activity),
    isNamed ? attribute('      ', 'string', 'org:resource', event.actor_name) : '',
    attribute('      ', 'date', 'time:timestamp', at ?? event.occurred_at),
    ...own,
  ].join('')}    </event>\n`;
}

/** What an event says by itself. */
const taken: ReadonlySet<string> = new Set(['concept:name', 'org:resource', 'time:timestamp']);

const typeAt = (types: Readonly<Record<string, FieldType>>, field: string): XesType =>
  (Object.hasOwn(types, field) ? types[field] : undefined) ?? 'string';

function xesEvent(event: LoggedEvent): string {
  const { process, channel } = event.metadata as EventMetadata;
  const one = (key: string, value: Leaf | undefined, type: XesType = typeOf(value)) =>
    value === null || value === undefined ? '' : attribute('      ', type, key, value);
  return `    <event>\n${[
    one('concept:name', activityOf(event)),
    one('lifecycle:transition', 'complete'),
    one('org:resource', event.actor_name),
    one('time:timestamp', event.occurred_at, 'date'),
    one('version', event.version),
    one('actor_id', event.actor_id),
    one('actor_kind', event.actor_kind),
    one('cause', event.cause),
    one('reverts_version', event.reverts_version),
    one('origin_version', event.origin_version),
    one('operation_id', event.operation_id),
    one('reason', event.reason),
    one('process', process),
    one('channel', channel),
    one('recorded_at', event.recorded_at, 'date'),
    ...leavesOf(event.payload, 'payload').map(([key, value]) => one(key, value)),
  ].join('')}    </event>\n`;
}

type Leaf = string | number | boolean | null;

/** What a payload holds, each leaf by its path: "payload.lines.0.quantity". */
function leavesOf(value: unknown, path: string): [string, Leaf][] {
  if (typeof value !== 'object' || value === null) return [[path, value as Leaf]];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, `${path}.${key}`));
}

type XesType = 'string' | FieldType;

function typeOf(value: unknown): XesType {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value !== 'number') return 'string';
  return Number.isInteger(value) ? 'int' : 'float';
}

function attribute(indent: string, type: XesType, key: string, value: string | number | boolean): string {
  return `${indent}<${type} key="${xmlValue(key)}" value="${xmlValue(String(value))}"/>\n`;
}
