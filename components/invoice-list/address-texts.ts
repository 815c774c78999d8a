/** The shapes that texts of an address may have, so that nothing else reaches a cast of the database's. */

/** A day that there is, in a year that the app knows. */
export function isDayText(text: string): boolean {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** "12.50": an amount in a currency's main unit, of as many decimals as any currency has. */
export function isAmountText(text: string): boolean {
  return /^-?\d{1,12}(?:\.\d{1,4})?$/.test(text);
}

/** An instant in UTC, to the minute or finer. */
export function isInstantText(text: string): boolean {
  return (
    /^(.{10})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?Z$/.test(text) &&
    isDayText(text.slice(0, 10))
  );
}

export function isIdText(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
