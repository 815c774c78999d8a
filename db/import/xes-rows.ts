/**
 * Event logs in XES (IEEE 1849), read as they come: a trace is a case, an event a row. Attributes become fields by their
 * keys, those of the trace with `case:` in front, as other tools write them; an attribute inside of another one by both
 * keys, with a dot between, and one in a list by its place too. What kind each is of is kept.
 */
import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';
import { type FieldType, fieldTypes } from '@/lib/field-type';
import { longestValue, mostColumns } from '@/lib/import/log-row';
import { batchSize, type OpenedSource, type SourceRow } from './source';
import { UnreadableFileError } from './unreadable-file';

/** So far an element or a value may go on. */
const longestToken = 1024 * 1024;
const deepest = 32;
/** Events of a trace that may wait for its name, where that stands behind them. */
const mostWaiting = 5000;
const pieceSize = 64 * 1024;

const attributeKinds: ReadonlySet<string> = new Set(['string', ...fieldTypes, 'list', 'container']);
const typeOf = (kind: string): FieldType | undefined => fieldTypes.find((type) => type === kind);

type Scope = 'log' | 'trace' | 'event' | 'other';

export function openXes(text: AsyncGenerator<Buffer>): OpenedSource {
  const reader = new XesReader();
  return {
    format: 'xes',
    header: null,
    delimiter: null,
    name: () => reader.logName,
    rows: (async function* () {
      try {
        for await (const buffer of text) {
          const piece = buffer.toString('utf8');
          for (let at = 0; at < piece.length; at += pieceSize) {
            reader.write(piece.slice(at, at + pieceSize));
            if (reader.rows.length >= batchSize) yield reader.take();
          }
        }
        const missing = reader.close();
        if (reader.rows.length > 0) yield reader.take();
        if (missing) throw missing;
      } finally {
        await text.return(undefined);
      }
    })(),
  };
}

/** What is open at the moment: an element that holds attributes. */
interface Open {
  scope: Scope;
  /** Before the keys of what is inside. */
  prefix: string;
  /** Of a list: how many there were in it so far, since their keys may be all the same. */
  items?: { count: number };
}

/** What a trace or an event says: text by name, and what of it is more than text. */
interface Attributes {
  values: Map<string, string>;
  types: Map<string, FieldType>;
}

interface LogEvent extends Attributes {
  line: number;
}

const noAttributes = (): Attributes => ({ values: new Map(), types: new Map() });

const traceName = 'case:concept:name';

class XesReader {
  rows: SourceRow[] = [];
  logName: string | null = null;
  private readonly parser = new SaxesParser({ xmlns: false, position: true });
  private readonly open: Open[] = [];
  private traces = 0;
  private sinceToken = 0;
  private sawLog = false;
  private trace: Attributes | null = null;
  /** What of the trace was given to one of its events. */
  private told = new Set<string>();
  private event: LogEvent | null = null;
  /** Events of the trace that are told apart from it yet. */
  private waiting: LogEvent[] = [];

  constructor() {
    const { parser } = this;
    parser.on('error', (error) => {
      throw this.at(
        `This is no well-formed XML: ${error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}.`,
      );
    });
    parser.on('doctype', () => {
      throw this.at(
        'The file declares a document type (DTD). XES has none, and one may pull in other files. Remove the line that begins with <!DOCTYPE.',
      );
    });
    parser.on('opentag', (tag) => this.opened(tag));
    parser.on('closetag', (tag) => this.closed(tag));
  }

  write(piece: string): void {
    this.sinceToken += piece.length;
    this.parser.write(piece);
    if (this.sinceToken > longestToken)
      throw this.at('One value goes on for more than 1 MB. The file is damaged, or is no event log.');
  }

  /** @returns what is wrong with the end of the file; what was whole until there are rows all the same */
  close(): Error | null {
    try {
      this.parser.close();
    } catch (error) {
      // What is still open says that the rest is missing.
      if (this.open.length === 0) return error as Error;
      if (this.trace) this.endTrace();
      return this.at('The file ends in its middle: it was cut off. Copy or download it again.');
    }
    return this.sawLog ? null : this.at('This XML is no event log: it has no <log>.');
  }

  take(): readonly SourceRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private at(message: string): UnreadableFileError {
    const { line, column } = this.parser;
    return new UnreadableFileError(message, { line, column: column + 1 });
  }

  private opened({ name: qualified, attributes }: SaxesTagPlain): void {
    this.sinceToken = 0;
    const name = qualified.slice(qualified.indexOf(':') + 1);
    const within = this.open.at(-1);
    if (this.open.length > deepest) throw this.at(`Elements stand more than ${deepest} deep in each other.`);
    if (!within) {
      if (name !== 'log')
        throw this.at(`This XML is no event log: it begins with <${qualified}> and not with <log>.`);
      this.sawLog = true;
      this.open.push({ scope: 'log', prefix: '' });
      return;
    }
    if (name === 'trace' && within.scope === 'log') {
      this.traces += 1;
      this.trace = noAttributes();
      this.told = new Set();
      this.open.push({ scope: 'trace', prefix: 'case:' });
      return;
    }
    if (name === 'event' && within.scope !== 'event' && within.scope !== 'other') {
      this.event = { line: this.parser.line, ...noAttributes() };
      this.open.push({ scope: 'event', prefix: '' });
      return;
    }
    this.open.push(
      attributeKinds.has(name) ? this.attribute(within, name, attributes) : outside(within, name),
    );
  }

  private attribute(
    { scope, prefix, items }: Open,
    kind: string,
    attributes: Record<string, SaxesAttributePlain | string>,
  ): Open {
    const key = textOf(attributes.key);
    const value = textOf(attributes.value);
    if (key === '') throw this.at('An attribute has no key.');
    if (items) items.count += 1;
    const name = `${prefix}${items ? `${items.count}.` : ''}${key}`;
    const attribute = scope === 'event' ? this.event : scope === 'trace' ? this.trace : null;
    if (scope === 'log' && name === 'concept:name') this.logName = value.trim() || null;
    if (attribute && value !== '') {
      const target = attribute.values;
      if (value.length > longestValue * 2) throw this.at(`The value of “${name}” is too long.`);
      if (target.size >= mostColumns) throw this.at(`One ${scope} has more than ${mostColumns} attributes.`);
      // A key may come twice.
      let free = name;
      for (let n = 2; target.has(free); n++) free = `${name} ${n}`;
      target.set(free, value);
      const type = typeOf(kind);
      if (type) attribute.types.set(free, type);
    }
    return { scope, prefix: `${name}.`, ...(kind === 'list' && { items: { count: 0 } }) };
  }

  private closed({ name: qualified }: SaxesTagPlain): void {
    this.sinceToken = 0;
    const name = qualified.slice(qualified.indexOf(':') + 1);
    const closed = this.open.pop();
    if (name === 'event' && closed?.scope === 'event' && this.event) {
      this.waiting.push(this.event);
      this.event = null;
      if (!this.trace) this.flushAlone();
      // One stays behind, for attributes of the trace that come after its events.
      else if (this.trace.values.has(traceName) && this.waiting.length > 1)
        this.flush(this.waiting.splice(0, this.waiting.length - 1));
      else if (this.waiting.length > mostWaiting)
        throw this.at(
          `A trace has no concept:name before its first ${mostWaiting.toLocaleString('en-US')} events.`,
        );
    } else if (name === 'trace' && closed?.scope === 'trace') this.endTrace();
  }

  private endTrace(): void {
    if (!this.trace?.values.has(traceName)) this.trace?.values.set(traceName, String(this.traces));
    this.flush(this.waiting);
    this.waiting = [];
    this.trace = null;
  }

  /** An event outside of any trace names its case itself, or none. */
  private flushAlone(): void {
    this.rows.push(...this.waiting);
    this.waiting = [];
  }

  /** What is said of the trace goes with one of its events: fields are merged, so once is enough. */
  private flush(events: readonly LogEvent[]): void {
    const { trace } = this;
    if (!trace) return;
    const caseId = trace.values.get(traceName) as string;
    for (const { line, values, types } of events) {
      const all = new Map<string, string>([[traceName, caseId]]);
      this.tellTrace(trace, all, { values, types });
      for (const [name, value] of values) all.set(name, value);
      this.rows.push({ line, values: all, types });
    }
  }

  private tellTrace(trace: Attributes, into: Map<string, string>, event: Attributes): void {
    if (this.told.size === trace.values.size) return;
    for (const [name, value] of trace.values) {
      if (this.told.has(name)) continue;
      this.told.add(name);
      // What an event says itself, under such a name, is what holds.
      if (event.values.has(name)) continue;
      into.set(name, value);
      const type = trace.types.get(name);
      if (type) event.types.set(name, type);
    }
  }
}

/** Extensions, globals and classifiers tell of the log, not of what happened. */
const outside = (within: Open, name: string): Open =>
  name === 'values' ? within : { scope: 'other', prefix: within.prefix };

const textOf = (attribute: SaxesAttributePlain | string | undefined): string =>
  typeof attribute === 'string' ? attribute : (attribute?.value ?? '');
