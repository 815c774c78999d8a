const tones = ['money-in', 'message', 'undo', 'money-out', 'accent'] as const;

/** One or two letters for a name: "Ana Novak" is AN, "System" is SY. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letters = last
    ? (Array.from(first)[0] ?? '') + (Array.from(last)[0] ?? '')
    : Array.from(first).slice(0, 2).join('');
  return letters.toLocaleUpperCase('en');
}

/** The same colour for the same name everywhere, without storing one. */
export function toneOf(name: string): (typeof tones)[number] {
  let sum = 7;
  for (const character of name) sum = (Math.imul(sum, 131) + (character.codePointAt(0) ?? 0)) >>> 0;
  return tones[sum % tones.length] ?? 'accent';
}
