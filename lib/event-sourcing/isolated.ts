/**
 * Text of somebody else's inside a sentence of ours. Where it runs from right to left, or holds characters that turn
 * the direction of what follows, it is set apart by the characters that Unicode has for that (UAX 9, "isolates"), so
 * that the rest of the sentence reads as it was written. Text that needs none of it stays as it is.
 *
 * In a page `<bdi>` does the same; this is for sentences that are text everywhere: a name for assistive technology, a
 * message, a line of a file.
 */
export function isolated(text: string): string {
  if (!turns.test(text)) return text;
  let open = 0;
  let inside = '';
  for (const character of text) {
    // One that closes nothing in the text would close what is put around it.
    if (character === close && open === 0) continue;
    if (character === close) open -= 1;
    else if (opening.includes(character)) open += 1;
    inside += character;
  }
  return firstStrong + inside + close.repeat(open + 1);
}

/** “What somebody wrote”, in a sentence of ours. */
export const quoted = (text: string): string => `“${isolated(text)}”`;

/** Letters of the scripts that run from right to left, and what controls direction. */
const turns =
  /[\p{Bidi_Control}\u{590}-\u{8FF}\u{FB1D}-\u{FDFF}\u{FE70}-\u{FEFF}\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const firstStrong = '\u2068';
const close = '\u2069';
const opening = ['\u2066', '\u2067', firstStrong];
