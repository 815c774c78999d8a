/**
 * Names of fields and activities come from a file and may hold anything; the keys of a state are parts of a path, in
 * which a dot separates. So the state keeps a name with its dots written as `%2E`, and nobody else sees it that way.
 */
export function keyOf(name: string): string {
  // By this name every object has something already.
  if (name === '__proto__') return '%5F_proto__';
  return plain.test(name) ? name : name.replaceAll('%', '%25').replaceAll('.', '%2E');
}

/** The name that a key stands for. */
export function nameOf(key: string): string {
  return key.includes('%') ? key.replaceAll('%2E', '.').replaceAll('%5F', '_').replaceAll('%25', '%') : key;
}

const plain = /^[^%.]*$/;
