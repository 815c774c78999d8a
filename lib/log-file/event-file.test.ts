import { expect, test } from 'vitest';
import { exportText } from '../export-format';
import { cloudEvent } from './cloud-event';
import { logFile } from './event-file';
import { type LoggedEvent, lineColumns } from './event-line';
import { logged } from './testing';
import { xmlValue } from './xml';

async function textOf(format: 'jsonl' | 'cloudevents' | 'xes', ...batches: LoggedEvent[][]) {
  let text = '';
  for await (const piece of exportText(logFile(format), from(batches))) text += piece;
  return text;
}

async function* from<T>(batches: T[]) {
  yield* batches;
}

const objectsOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('JSON Lines has every column of the log, an event a line, whatever stands in it', async () => {
  const events = [logged({ reason: 'two\nlines\u2028three' }), logged({ version: 2, payload: { '=1': [] } })];
  const text = await textOf('jsonl', events);
  expect(text.trimEnd().split('\n')).toHaveLength(2);
  expect(objectsOf(text)).toEqual(events);
  expect(Object.keys(objectsOf(text)[0])).toEqual([...lineColumns]);
});

test('CloudEvents: required attributes, names and values as the specification has them', async () => {
  const [event] = objectsOf(
    await textOf('cloudevents', [
      logged({ reason: 'Two\nlines', actor_name: 'Ana\u0000\tB', version: 7, reverts_version: 3 }),
    ]),
  );
  expect(event).toMatchObject({
    specversion: '1.0',
    id: '0d2b7c1e-9f53-4c5e-8a57-3f1d2c4b5a60/7',
    source: '/retrace/invoice',
    type: 'retrace.invoice.payment_received',
    subject: '0d2b7c1e-9f53-4c5e-8a57-3f1d2c4b5a60',
    time: '2026-11-10T13:13:07.123456Z',
    datacontenttype: 'application/json',
    activity: 'payment_received',
    actorname: 'Ana  B',
    revertsversion: 3,
    data: { payload: { amount: 4000 }, reason: 'Two\nlines' },
  });
  const { data: _, ...attributes } = event;
  for (const [name, value] of Object.entries(attributes)) {
    expect(name).toMatch(/^[a-z0-9]{1,20}$/);
    if (typeof value === 'string') expect(value).toMatch(/^[^\p{Cc}]+$/u);
    else expect(Number.isInteger(value)).toBe(true);
  }
});

test('CloudEvents have no null: what has no value is left out', () => {
  expect(cloudEvent(logged({ metadata: {} }))).not.toHaveProperty('process');
  expect(Object.values(cloudEvent(logged()))).not.toContain(null);
});

test('XES has a trace for each record, across batches too, and declares its extensions', async () => {
  const other = '1d2b7c1e-9f53-4c5e-8a57-3f1d2c4b5a60';
  const text = await textOf(
    'xes',
    [logged(), logged({ version: 2 })],
    [logged({ version: 3 }), logged({ stream_id: other })],
  );
  for (const prefix of ['concept', 'lifecycle', 'org', 'time'])
    expect(text).toContain(`prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"`);
  const traces = text.match(/<trace>.*?<\/trace>/gs) ?? [];
  expect(traces.map((trace) => trace.match(/<event>/g)?.length)).toEqual([3, 1]);
  expect(traces[1]).toContain(`<string key="concept:name" value="${other}"/>`);
  expect(text).toContain('<string key="concept:name" value="payment_received"/>');
  expect(text).toContain('<date key="time:timestamp" value="2026-11-10T13:13:07.123456Z"/>');
  expect(text).toContain('<string key="org:resource" value="Ana"/>');
  expect(text).toContain('<string key="lifecycle:transition" value="complete"/>');
  expect(text).toContain('<int key="payload.amount" value="4000"/>');
  expect(text.endsWith('  </trace>\n</log>\n')).toBe(true);
});

test('XES of nothing is a log without traces', async () => {
  expect(await textOf('xes')).toMatch(/^<\?xml .*<log .*<\/log>\n$/s);
  expect(await textOf('xes')).not.toContain('trace>\n  </');
});

test('text is safe in XML: markup, quotes, line breaks, and what XML has no way of writing', () => {
  expect(xmlValue('<a href="x">&amp;</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;');
  expect(xmlValue('a\tb\r\nc')).toBe('a&#9;b&#13;&#10;c');
  expect(xmlValue('\u0000\u0008\u001b\uFFFE\uD800x')).toBe('\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDx');
  expect(xmlValue('Zażółć 😀')).toBe('Zażółć 😀');
});
