/** A text as CSS writes it, safe inside `<style>`: all but plain letters and digits as escapes. */
export function cssText(text: string): string {
  const safe = text.replaceAll(/[^A-Za-z0-9]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
  return `"${safe}"`;
}
