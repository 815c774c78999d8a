/** What XML 1.0 has no way of writing, not even as a reference: most control characters, and halves of pairs. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As they are, a reader would take each of them for a space.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as the value of an XML attribute in double quotes; what XML cannot hold becomes "�". */
export function xmlValue(text: string): string {
  return text
    .replaceAll(unwritable, '\uFFFD')
    .replaceAll(/[&<>"\t\n\r]/g, (sign) => references[sign] as string);
}
