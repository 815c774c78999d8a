import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { printable } from './printable';

/**
 * Paper for a PDF: pages with a foot, text in two weights of one typeface, rows of cells that are never torn apart, and a
 * structure that assistive technology reads. Pages are written out as they fill, so that a history of any length takes
 * the memory of a few.
 */

export const papers = ['a4', 'letter'] as const;
export type PaperSize = (typeof papers)[number];

/** Text in a place of the page. */
export interface Cell {
  text: string;
  /** From the left margin, in points. */
  x: number;
  width: number;
  bold?: boolean;
  size?: number;
  colour?: string;
  align?: 'left' | 'right';
  strike?: boolean;
  /** What it is in a table; elsewhere a paragraph. */
  role?: 'TH' | 'TD' | 'P' | 'H1' | 'H2';
}

export const ink = '#14181f';
export const muted = '#525c69';
export const undoInk = '#7437c6';
export const pastInk = '#8a5a00';

const margin = { side: 50, top: 50, bottom: 62 };
const bodySize = 9;
/** Between a row and its line, above and below. */
const rowGap = 4;

interface SheetOptions {
  paper: PaperSize;
  title: string;
  /** Stands at the foot of every page, beside its number. */
  foot: string;
  /** When it is made, which the file says of itself. */
  madeAt: Date;
  author: string;
}

/** What pdfkit keeps to itself: shaping text for a piece of page that is drawn when all pages are. */
interface Internals {
  _font: {
    id: string;
    ref(): object;
    encode(text: string): [readonly string[], unknown];
    font: { hasGlyphForCodePoint(codePoint: number): boolean };
  };
  page: { xobjects: Record<string, unknown> };
}

type Struct = ReturnType<PDFKit.PDFDocument['struct']>;

const folder = join(process.cwd(), 'node_modules/@expo-google-fonts/inter');

/** Read from the disk once. */
let typeface: Promise<{ regular: Buffer; bold: Buffer }> | undefined;

function loadTypeface() {
  typeface ??= Promise.all([
    readFile(join(folder, '400Regular/Inter_400Regular.ttf')),
    readFile(join(folder, '600SemiBold/Inter_600SemiBold.ttf')),
  ]).then(([regular, bold]) => ({ regular, bold }));
  return typeface;
}

/** The pieces of the file; `draw` is asked for the next part of it whenever the last was taken away. */
export async function* writePdf(
  options: SheetOptions,
  draw: (sheet: PdfSheet) => Iterable<void>,
): AsyncGenerator<Uint8Array, undefined> {
  const sheet = new PdfSheet(options, await loadTypeface());
  let drawn = 0;
  for (const _ of draw(sheet)) {
    drawn += 1;
    // Others want to be answered too.
    if (drawn % 8 === 0) await setImmediate();
    yield* sheet.taken();
  }
  sheet.finish();
  // The reading side of a stream is told a moment later.
  await setImmediate();
  yield* sheet.taken();
  return undefined;
}

export class PdfSheet {
  private readonly doc: PDFKit.PDFDocument;
  private readonly pageTotal: ReturnType<PDFKit.PDFDocument['ref']>;
  private readonly root: Struct;
  private readonly chunks: Uint8Array[] = [];
  private readonly foot: string;
  private table: Struct | null = null;
  /** Drawn again at the top of each page that a table goes on on. */
  private head: readonly Cell[] | null = null;
  private pages = 0;
  private y = 0;
  private lacks = false;

  constructor(options: SheetOptions, { regular, bold }: { regular: Buffer; bold: Buffer }) {
    const { paper, title, foot, madeAt, author } = options;
    this.doc = new PDFDocument({
      size: paper === 'a4' ? 'A4' : 'LETTER',
      // Rows are kept from the foot here; pdfkit must not begin a page by itself.
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en',
      displayTitle: true,
      info: {
        Title: plain(title),
        Author: plain(author),
        Creator: 'Retrace',
        CreationDate: madeAt,
      },
    });
    this.doc.on('data', (chunk: Uint8Array) => this.chunks.push(chunk));
    this.doc.registerFont('regular', regular);
    this.doc.registerFont('bold', bold);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.pageTotal = this.doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, -4, 60, 12] });
    this.doc.font('regular');
    this.foot = this.shown(foot);
    this.newPage();
  }

  /** What is between the margins, in points. */
  get width(): number {
    return this.doc.page.width - 2 * margin.side;
  }

  /** Did any text hold characters that the typeface has no shape for? */
  get lacksCharacters(): boolean {
    return this.lacks;
  }

  /** What of the file is ready; to be taken only once. */
  taken(): Uint8Array[] {
    return this.chunks.splice(0);
  }

  space(points: number): void {
    this.y += points;
  }

  /** Begins a page where there is less room than this, so that a heading stays with what it is of. */
  keep(points: number): void {
    if (this.y + points > this.bottom) this.newPage();
  }

  /** One text, over the whole width unless it says otherwise. */
  paragraph(text: string, style: Omit<Partial<Cell>, 'text'> = {}): void {
    this.row([{ x: 0, width: this.width, role: 'P', ...style, text }], { gap: 0 });
  }

  /** Two columns of paragraphs side by side, each from the same height; what follows stands below both. */
  beside(left: () => void, right: () => void): void {
    const top = this.y;
    left();
    const afterLeft = this.y;
    this.y = top;
    right();
    this.y = Math.max(afterLeft, this.y);
  }

  /** Rows until `endTable` are those of a table; `head` stands at the top of it and of each page that it goes on on. */
  beginTable(head: readonly Cell[]): void {
    this.keep(60);
    this.table = this.doc.struct('Table');
    this.root.add(this.table);
    this.head = head;
    this.row(head, { line: 'strong' });
  }

  endTable(): void {
    this.table?.end();
    this.table = null;
    this.head = null;
  }

  /**
   * Cells from the same height, on one page. A cell that is higher than a page does not fit on any: long texts come in
   * parts, as `partsOfText` makes them.
   */
  row(cells: readonly Cell[], { line, gap = rowGap }: RowOptions = {}): void {
    const shown = cells.map((cell) => ({ ...cell, text: this.shown(cell.text) }));
    const height = Math.max(...shown.map((cell) => this.heightOf(cell)));
    if (this.y + height + 2 * gap > this.bottom) this.newPage();
    this.y += gap;
    const parent = this.table ? this.doc.struct('TR') : this.root;
    if (this.table) this.table.add(parent);
    for (const cell of shown) {
      const role = cell.role ?? (this.table ? 'TD' : 'P');
      parent.add(this.doc.struct(role, {}, [() => this.draw(cell)]));
    }
    if (this.table) parent.end();
    this.y += height + gap;
    if (line) this.rule(line);
  }

  finish(): void {
    this.root.end();
    this.writePageTotal();
    this.doc.end();
  }

  private get bottom(): number {
    return this.doc.page.height - margin.bottom;
  }

  private style({ bold, size }: Pick<Cell, 'bold' | 'size'>): PDFKit.PDFDocument {
    return this.doc.font(bold ? 'bold' : 'regular').fontSize(size ?? bodySize);
  }

  private heightOf(cell: Cell): number {
    return this.style(cell).heightOfString(cell.text || ' ', { width: cell.width, lineGap: 1.5 });
  }

  private draw({ text, x, width, align = 'left', strike = false, colour = ink, ...style }: Cell): void {
    // Figures below one another stand in columns.
    const features: PDFKit.Mixins.OpenTypeFeatures[] = align === 'right' ? ['tnum'] : [];
    const options = { width, align, strike, lineGap: 1.5, ...(features.length > 0 ? { features } : {}) };
    this.style(style)
      .fillColor(colour)
      .text(text, margin.side + x, this.y, options);
  }

  private rule(weight: 'light' | 'strong'): void {
    this.artifact(() =>
      this.doc
        .moveTo(margin.side, this.y)
        .lineTo(margin.side + this.width, this.y)
        .lineWidth(0.5)
        .strokeColor(weight === 'strong' ? '#878f9b' : '#dfe2e7')
        .stroke(),
    );
  }

  /** What assistive technology passes over: lines, the foot, a head that was read before. */
  private artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Pagination' });
    draw();
    this.doc.endMarkedContent();
  }

  private newPage(): void {
    this.doc.addPage();
    this.pages += 1;
    this.artifact(() => this.drawFoot());
    this.y = margin.top;
    if (!this.head) return;
    const head = this.head.map((cell) => ({ ...cell, text: this.shown(cell.text) }));
    this.y += rowGap;
    this.artifact(() => {
      for (const cell of head) this.draw(cell);
    });
    this.y += Math.max(...head.map((cell) => this.heightOf(cell))) + rowGap;
    this.rule('strong');
  }

  /** How many pages there are is known when all are written: a piece of page of its own that each of them shows. */
  private drawFoot(): void {
    const { doc } = this;
    const y = doc.page.height - 40;
    const count = `Page ${this.pages} of `;
    const from = margin.side + this.width - 70;
    this.style({ size: 8 }).fillColor(muted);
    doc.text(this.foot, margin.side, y, { width: this.width - 80, height: 10, ellipsis: true });
    doc.text(count, from, y, { lineBreak: false });
    const { xobjects } = (doc as unknown as Internals).page;
    xobjects.PageTotal = this.pageTotal;
    doc.save();
    // Pages here are measured from the top; a piece of page is drawn from its own foot.
    doc.transform(1, 0, 0, -1, from + doc.widthOfString(count), y + 7.75);
    doc.addContent('/PageTotal Do');
    doc.restore();
  }

  private writePageTotal(): void {
    this.style({ size: 8 });
    const { _font: font } = this.doc as unknown as Internals;
    const [encoded] = font.encode(String(this.pages));
    Object.assign(this.pageTotal.data, { Resources: { Font: { [font.id]: font.ref() } } });
    this.pageTotal.end(`0.32 0.36 0.41 rg BT /${font.id} 8 Tf <${encoded.join('')}> Tj ET`);
  }

  private shown(text: string): string {
    const { font } = (this.doc as unknown as Internals)._font;
    const { text: printed, lacking } = printable(text, (codePoint) => font.hasGlyphForCodePoint(codePoint));
    this.lacks ||= lacking;
    return printed;
  }
}

interface RowOptions {
  /** Beneath it. */
  line?: 'light' | 'strong';
  gap?: number;
}

/** What the file says of itself is XML, and pdfkit writes it as it is. */
const plain = (text: string): string => text.replaceAll(/[<>&\p{Cc}]/gu, ' ');
