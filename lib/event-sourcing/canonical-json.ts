/** Text that stands in JSON as it is: no quote, backslash, control character or anything beyond ASCII. */
const plain = /^[ !#-[\]-~]*$/;
const loneSurrogate = /\p{Surrogate}/u;

/**
 * The canonical JSON of a value (RFC 8785): keys in order, no spaces, numbers and text as JavaScript writes them. Ours
 * rather than a package's because every event passes through it: this takes half the time.
 *
 * Throws on what JSON, or the database, would not give back: NaN, infinity, a lone surrogate.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} is not JSON.`);
  if (typeof value !== 'object' || value === null) {
    const json = JSON.stringify(value);
    if (json === undefined) throw new TypeError(`A ${typeof value} is not JSON.`);
    return json;
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let members = '';
  for (const key of orderedKeys(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) members += `${members && ','}${quote(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** Code units are what the RFC asks for, and what sort() compares by; most objects come in order as they are. */
function orderedKeys(value: object): string[] {
  const keys = Object.keys(value);
  for (let n = 1; n < keys.length; n++) {
    if ((keys[n - 1] as string) > (keys[n] as string)) return keys.sort();
  }
  return keys;
}

function quote(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  if (loneSurrogate.test(text)) throw new TypeError('A lone surrogate cannot be stored.');
  return JSON.stringify(text);
}
