import { importRules } from './import-rules';
import { type Import, readModuleGraph } from './module-graph';

export interface ImportReport {
  /** How many source files were read: none would mean that nothing was checked. */
  modules: number;
  /** One line for each import that breaks a rule and for each cycle. */
  problems: string[];
}

const folders = ['app', 'bench', 'components', 'db', 'e2e', 'lib', 'scripts', 'test'];

/** Checks a checkout against the rules of who may import whom, and for cycles. */
export function checkImports(root: string): ImportReport {
  const { modules, imports } = readModuleGraph(root, folders);
  const broken = imports.flatMap(({ from, to }) =>
    importRules
      .filter((rule) => rule.forbids(from, to))
      .map((rule) => `${from} imports ${to} (${rule.name}: ${rule.why})`),
  );
  const cycles = findCycles(imports).map(
    (path) =>
      `${path.join(' -> ')} (no-cycles: two files that need each other are one subject, or hide a third)`,
  );
  return { modules: modules.length, problems: [...new Set([...broken, ...cycles])] };
}

/** Walks every path once, depth first; an import that leads back into the walk's own path closes a cycle. */
function findCycles(imports: Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const path: string[] = [];
  const cycles: string[][] = [];
  const walk = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) cycles.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const to of next.get(file) ?? []) walk(to);
    path.pop();
    done.add(file);
  };
  for (const file of next.keys()) walk(file);
  return cycles;
}
