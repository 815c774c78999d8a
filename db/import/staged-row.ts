import { hash } from 'node:crypto';
import type { FieldType } from '@/lib/field-type';
import type { LogRow } from '@/lib/import/log-row';

/** A row on its way from a file to the log, in the short form in which the stage keeps it. */
export interface StagedRow {
  /** Case, activity, time as written, and who or what did it. */
  c: string;
  a: string;
  t: string;
  r?: string;
  f: Record<string, string>;
  /** Of the fields that are more than text. */
  y?: Record<string, FieldType>;
}

export function toStaged({ caseId, activity, moment, resource, fields, types }: LogRow): string {
  const row: StagedRow = {
    c: caseId,
    a: activity,
    t: moment.at,
    ...(resource !== null && { r: resource }),
    f: fields,
    ...(types && { y: types }),
  };
  return JSON.stringify(row);
}

/** The namespace of everything imported; any fixed UUID will do, as long as it never changes. */
const namespace = '0b8a1c5e6d2f4a37b1e09c74d35f8a62';

/** A UUID that follows from texts alone (version 8 of RFC 9562): the same file leads to the same ids in every run. */
export function contentId(...texts: readonly string[]): string {
  const hex = hash('sha1', `${namespace}\0${texts.join('\0')}`);
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The record that a case of a log is or will be. */
export const recordIdOf = (log: string, caseId: string): string => contentId('record', log, caseId);
