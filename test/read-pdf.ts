import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader finds in a PDF. */
export interface ReadPdf {
  /** The text of each page, a line for each piece that stands by itself. */
  pages: string[];
  title: string;
  lang: string | null;
  isTagged: boolean;
}

/** Opens a PDF as a viewer does. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join('\n'));
  }
  const { info } = await pdf.getMetadata();
  const read = {
    pages,
    title: String((info as { Title?: string }).Title),
    lang: String((info as { Language?: string }).Language),
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
  };
  await task.destroy();
  return read;
}
