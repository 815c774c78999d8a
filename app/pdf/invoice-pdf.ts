import { historyPaper, momentText, type PaperEvent } from '@/components/history/history-paper';
import { type InvoicePaper, invoicePaper } from '@/components/invoice/invoice-paper';
import type { CompanySettings } from '@/lib/company-settings';
import type { TimeSettings } from '@/lib/format-time';
import type { Invoice } from '@/lib/invoice/invoice';
import type { RecordAt } from '../record-at';
import { type Cell, muted, type PaperSize, type PdfSheet, pastInk, undoInk, writePdf } from './pdf-sheet';
import { partsOfText } from './printable';

export const invoiceParts = ['invoice', 'history'] as const;
export type InvoicePart = (typeof invoiceParts)[number];

interface InvoicePdf {
  record: RecordAt;
  part: InvoicePart;
  paper: PaperSize;
  company: CompanySettings;
  time: TimeSettings;
  madeAt: Date;
}

/** An invoice, or its history, as of a moment as a PDF; piece by piece, as it is taken away. */
export function invoicePdf({ record, part, paper, company, time, madeAt }: InvoicePdf) {
  const moment = momentText(record, time);
  const invoice = record.log.state as Invoice;
  const words = invoicePaper(invoice, record.isPast ? record.moment : madeAt.toISOString(), company);
  const title = part === 'history' ? `History of ${record.title}` : words.heading;
  const options = {
    paper,
    title,
    foot: `${record.title} · ${moment}`,
    madeAt,
    author: words.seller[0] ?? '',
  };
  return writePdf(options, function* draw(sheet) {
    drawTop(sheet, { title, words, moment, isPast: record.isPast });
    yield;
    if (part === 'history') yield* drawHistory(sheet, historyPaper(record.log, time));
    else yield* drawInvoice(sheet, words);
    if (sheet.lacksCharacters) drawLackNote(sheet);
  });
}

/** The longest text of a cell; on a narrow column still less than a page. */
const longestPart = 900;

interface Top {
  title: string;
  words: InvoicePaper;
  moment: string;
  isPast: boolean;
}

function drawTop(sheet: PdfSheet, { title, words, moment, isPast }: Top): void {
  const half = sheet.width / 2;
  sheet.beside(
    () => {
      sheet.paragraph(title, { width: half, size: 16, bold: true, role: 'H1' });
      sheet.paragraph(words.status, { width: half, colour: muted });
    },
    () => drawBlock(sheet, words.seller, { x: half, width: half, align: 'right' }),
  );
  sheet.space(8);
  sheet.paragraph(moment, isPast ? { bold: true, colour: pastInk } : { colour: muted });
  sheet.space(14);
}

function drawBlock(sheet: PdfSheet, lines: readonly string[], place: Omit<Partial<Cell>, 'text'>): void {
  lines.forEach((line, index) => {
    sheet.paragraph(line, { ...place, ...(index === 0 ? { bold: true, size: 11 } : { colour: muted }) });
  });
}

function* drawInvoice(sheet: PdfSheet, words: InvoicePaper): Generator<void, undefined> {
  const half = sheet.width / 2;
  sheet.beside(
    () => {
      sheet.paragraph('To', { width: half - 10, size: 8, colour: muted });
      drawBlock(sheet, words.customer, { width: half - 10 });
    },
    () => {
      for (const { label, value } of words.terms) {
        sheet.row(
          [
            { text: label, x: half, width: half * 0.4, align: 'right', colour: muted },
            { text: value, x: half + half * 0.42, width: half * 0.58, align: 'right' },
          ],
          { gap: 1 },
        );
      }
    },
  );
  sheet.space(16);
  yield;
  yield* drawLines(sheet, words.lines);
  sheet.space(6);
  drawFigures(sheet, words.figures);
  yield;
  if (words.memo) {
    sheet.space(14);
    sheet.keep(40);
    sheet.paragraph('Memo', { bold: true, role: 'H2' });
    for (const text of partsOfText(words.memo, longestPart)) {
      sheet.paragraph(text);
      yield;
    }
  }
  yield* drawParts(sheet, 'Payments', words.payments);
  yield* drawParts(sheet, 'Credit notes', words.credits);
  return undefined;
}

function* drawLines(sheet: PdfSheet, lines: InvoicePaper['lines']): Generator<void, undefined> {
  if (lines.length === 0) {
    sheet.paragraph('No lines yet.', { colour: muted });
    return undefined;
  }
  const columns = placed(sheet, [0.42, 0.1, 0.18, 0.1, 0.2]);
  const head = ['Item', 'Qty', 'Price', 'Tax', 'Amount'];
  sheet.beginTable(headOf(columns, head));
  for (const { item, quantity, price, tax, amount } of lines) {
    const [first = '', ...rest] = partsOfText(item, longestPart);
    sheet.row(numbersAfter(columns, [first, quantity, price, tax, amount]), {
      line: rest.length > 0 ? undefined : 'light',
    });
    yield;
    for (const [index, text] of rest.entries()) {
      sheet.row(numbersAfter(columns, [text, '', '', '', '']), {
        line: index === rest.length - 1 ? 'light' : undefined,
      });
      yield;
    }
  }
  sheet.endTable();
  return undefined;
}

function drawFigures(sheet: PdfSheet, figures: InvoicePaper['figures']): void {
  const width = 250;
  const x = sheet.width - width;
  for (const { label, amount, strong } of figures) {
    sheet.row(
      [
        { text: label, x, width: width - 100, bold: strong },
        { text: amount, x: x + width - 100, width: 100, align: 'right', bold: strong },
      ],
      { gap: 1.5 },
    );
  }
}

function* drawParts(
  sheet: PdfSheet,
  title: string,
  parts: InvoicePaper['payments'],
): Generator<void, undefined> {
  if (parts.length === 0) return undefined;
  const columns = placed(sheet, [0.18, 0.62, 0.2]);
  sheet.space(16);
  sheet.keep(80);
  sheet.paragraph(title, { bold: true, size: 11, role: 'H2' });
  sheet.beginTable(headOf(columns, ['Day', 'What', 'Amount'], 1));
  for (const { day, title: what, detail, amount, nested } of parts) {
    const text = detail ? `${what}\n${detail}` : what;
    const [dayCell, whatCell, amountCell] = numbersAfter(columns, [day, text, amount], 1);
    if (!dayCell || !whatCell || !amountCell) continue;
    const indent = nested ? 12 : 0;
    sheet.row(
      [dayCell, { ...whatCell, x: whatCell.x + indent, width: whatCell.width - indent }, amountCell],
      {
        line: 'light',
      },
    );
    yield;
  }
  sheet.endTable();
  return undefined;
}

function* drawHistory(sheet: PdfSheet, events: Iterable<PaperEvent>): Generator<void, undefined> {
  const columns = placed(sheet, [0.07, 0.31, 0.62]);
  sheet.beginTable(headOf(columns, ['No.', 'When', 'What happened'], 2));
  for (const event of events) {
    const rows = rowsOf(event);
    // What it says first is not left behind at the foot of a page.
    sheet.keep(40);
    for (const [index, row] of rows.entries()) {
      const first = index === 0;
      const [number, when, what] = columns;
      if (!number || !when || !what) continue;
      sheet.row(
        [
          { ...number, text: first ? String(event.version) : '', bold: true, role: 'TH' },
          { ...when, text: first ? event.when : '', colour: muted },
          { ...what, ...row },
        ],
        { gap: first ? rowTop : 0.5, line: index === rows.length - 1 ? 'light' : undefined },
      );
      yield;
    }
  }
  sheet.endTable();
  return undefined;
}

const rowTop = 3;

type Words = Pick<Cell, 'text'> & Partial<Cell>;

/** An event line by line: what happened, what it has to do with others, why, and what was before and after. */
function rowsOf(event: PaperEvent): Words[] {
  const small = { size: 8 };
  return [
    ...partsOfText(`${event.who} ${event.sentence}`, longestPart).map((text) => ({
      text,
      strike: !event.inForce,
    })),
    ...event.links.map((text) => ({ ...small, text, colour: undoInk })),
    ...(event.reason ? partsOfText(`Reason: ${event.reason}`, longestPart) : []).map((text) => ({
      ...small,
      text,
      colour: muted,
    })),
    ...event.changes
      .flatMap(({ label, from, to }) => partsOfText(`${label}: ${from ?? '–'} → ${to ?? '–'}`, longestPart))
      .map((text) => ({ ...small, text })),
  ];
}

/** Columns by their shares of the width, with some room between them. */
function placed(sheet: PdfSheet, shares: readonly number[]): { x: number; width: number }[] {
  let x = 0;
  return shares.map((share) => {
    const column = { x, width: sheet.width * share - 6 };
    x += sheet.width * share;
    return { ...column, width: x === sheet.width ? column.width + 6 : column.width };
  });
}

/** Cells in columns; the first ones hold words, the others numbers. */
function numbersAfter(
  columns: readonly { x: number; width: number }[],
  texts: readonly string[],
  words = 0,
): Cell[] {
  return columns.map((column, index) => ({
    ...column,
    text: texts[index] ?? '',
    align: index > words ? 'right' : 'left',
    role: index === words ? 'TH' : 'TD',
  }));
}

const headOf = (
  columns: readonly { x: number; width: number }[],
  names: readonly string[],
  words = 0,
): Cell[] =>
  numbersAfter(columns, names, words).map((cell) => ({ ...cell, role: 'TH', size: 8, colour: muted }));

function drawLackNote(sheet: PdfSheet): void {
  sheet.space(14);
  sheet.paragraph(
    'A □ stands for a character that the typeface of this file does not have. To have it on paper, print the page from the browser.',
    { size: 8, colour: muted },
  );
}
