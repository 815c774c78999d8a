/** Files for programs: one JSON object a line, so that a reader needs no more than a line of a large file at a time. */

export const jsonLinesContentType = 'application/x-ndjson; charset=utf-8';

/** One line of a file, with its line break. A value never breaks the line: JSON writes a line break as `\n`. */
export const jsonLine = (value: object): string => `${JSON.stringify(value)}\n`;
