/** What a typeface can show of a text. */
export interface Printable {
  text: string;
  /** Were there characters that it has no shape for? Each became a □. */
  lacking: boolean;
}

const unseen = /[\p{Cf}\p{Variation_Selector}]/gu;

/**
 * A text as a typeface can show it: composed, without what only steers how text is set, and with □ where the typeface has
 * no shape. A PDF has to bring its letters along, and no one font has those of every script.
 */
export function printable(text: string, hasGlyph: (codePoint: number) => boolean): Printable {
  let lacking = false;
  let printed = '';
  const composed = text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(unseen, '');
  for (const sign of composed) {
    if (sign === '\n') printed += sign;
    else if (/\p{Cc}/u.test(sign)) continue;
    else if (hasGlyph(sign.codePointAt(0) ?? 0)) printed += sign;
    else {
      lacking = true;
      printed += '□';
    }
  }
  return { text: printed, lacking };
}

/** No part has more lines than this. */
const mostLines = 30;

/**
 * A long text in parts, none longer than `most` characters, so that a page can break between them: after a line, else
 * after a word, and only within a word that is longer than that by itself.
 */
export function partsOfText(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text;
  for (let end = endOfPart(rest, most); end < rest.length; end = endOfPart(rest, most)) {
    parts.push(rest.slice(0, end));
    rest = rest.slice(/\s/.test(rest.charAt(end)) ? end + 1 : end);
  }
  return [...parts, rest];
}

function endOfPart(text: string, most: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at <= most; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines === mostLines) return at;
  }
  if (text.length <= most) return text.length;
  const head = text.slice(0, most + 1);
  const gap = Math.max(head.lastIndexOf('\n'), 0) || head.lastIndexOf(' ');
  if (gap > 0) return gap;
  // Never between the two halves of a character.
  return /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
}
