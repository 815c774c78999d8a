/** Is there text in a form's values at this path, such as `lines.0.unitPrice`? */
export function isField(values: object, path: string): boolean {
  let value: unknown = values;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = (value as Record<string, unknown>)[step];
  }
  return typeof value === 'string';
}
