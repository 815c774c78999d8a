/**
 * Events as XES (IEEE 1849), which process mining reads: a trace is a record, named by its id, and an event's activity is
 * its type, or the word of the log that it came from. What the standard's extensions have a key for stands under that; the rest under names of ours.
 */

import { activityOf } from '../activity-of';
import type { EventMetadata } from '../event-sourcing/event';
import type { FileFormat } from '../export-format';
import type { LoggedEvent } from './event-line';
import { xmlValue } from './xml';

/** Of IEEE 1849, with the prefix of their keys. */
const extensions = ['Concept', 'Lifecycle', 'Organizational', 'Time'] as const;
const prefixes: Readonly<Record<(typeof extensions)[number], string>> = {
  Concept: 'concept',
  Lifecycle: 'lifecycle',
  Organizational: 'org',
  Time: 'time',
};

const head = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
${extensions
  .map((name) => {
    const prefix = prefixes[name];
    return `  <extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>\n`;
  })
  .join('')}  <global scope="trace">
    <string key="concept:name" value=""/>
    <string key="workflow" value=""/>
  </global>
  <global scope="event">
    <string key="concept:name" value=""/>
    <string key="lifecycle:transition" value="complete"/>
    <string key="org:resource" value=""/>
    <date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/>
  </global>
  <classifier name="Activity" keys="concept:name"/>
  <classifier name="Resource" keys="org:resource"/>
  <string key="concept:name" value="Retrace"/>
  <string key="lifecycle:model" value="standard"/>
`;

/** For one file: it remembers whose trace is open. Events come record by record. */
export function xesFile(): FileFormat<LoggedEvent> {
  let open: string | null = null;
  const close = () => (open === null ? '' : '  </trace>\n');
  return {
    extension: 'xes',
    contentType: 'application/xml; charset=utf-8',
    head,
    text: (events) => {
      let text = '';
      for (const event of events) {
        if (event.stream_id !== open) {
          text += `${close()}  <trace>\n${attribute('    ', 'string', 'concept:name', event.stream_id)}`;
          text += attribute('    ', 'string', 'workflow', event.workflow);
          open = event.stream_id;
        }
        text += xesEvent(event);
      }
      return text;
    },
    foot: () => `${close()}</log>\n`,
  };
}

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

type XesType = 'string' | 'date' | 'int' | 'float' | 'boolean';

function typeOf(value: unknown): XesType {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value !== 'number') return 'string';
  return Number.isInteger(value) ? 'int' : 'float';
}

function attribute(indent: string, type: XesType, key: string, value: string | number | boolean): string {
  return `${indent}<${type} key="${xmlValue(key)}" value="${xmlValue(String(value))}"/>\n`;
}
