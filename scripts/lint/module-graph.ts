import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { parseSync } from '@swc/core';

/** One import as written, and where it leads. */
export interface Import {
  /** The importing file, from the root of the checkout: `db/client.ts`. */
  from: string;
  /** A file of the checkout, `node:fs`, `npm:react`, or `missing:...` when the import leads nowhere. */
  to: string;
}

export interface ModuleGraph {
  modules: string[];
  imports: Import[];
}

const sourceFile = /\.[cm]?[jt]sx?$/;

/** Reads all imports of the source files in these folders, those of types too. Folders that do not exist are skipped. */
export function readModuleGraph(root: string, folders: string[]): ModuleGraph {
  const modules = folders.flatMap((folder) => sourceFiles(root, folder));
  const imports = modules.flatMap((from) =>
    specifiersIn(readFileSync(join(root, from), 'utf8'), from).map((specifier) => ({
      from,
      to: target(root, from, specifier),
    })),
  );
  return { modules, imports };
}

function sourceFiles(root: string, folder: string): string[] {
  const entries = statSync(join(root, folder), { throwIfNoEntry: false })
    ? readdirSync(join(root, folder), { withFileTypes: true })
    : [];
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourceFiles(root, path);
    return sourceFile.test(entry.name) ? [path] : [];
  });
}

/** `import`, `export ... from`, `import()` and `import('...')` in a type. Throws on a file that does not parse. */
function specifiersIn(source: string, file: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
    } else if (isRecord(node)) {
      const specifier = specifierOf(node);
      if (specifier !== undefined) found.push(specifier);
      for (const value of Object.values(node)) visit(value);
    }
  };
  try {
    visit(parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2022' }).body);
  } catch (error) {
    throw new Error(`${file} cannot be parsed: ${(error as Error).message}`);
  }
  return found;
}

function specifierOf(node: Record<string, unknown>): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return literal(node.source);
    case 'TsImportType':
      return literal(node.argument);
    case 'CallExpression': {
      const isImport = isRecord(node.callee) && node.callee.type === 'Import';
      const first = Array.isArray(node.arguments) ? node.arguments[0] : undefined;
      return isImport && isRecord(first) ? literal(first.expression) : undefined;
    }
    default:
      return undefined;
  }
}

function literal(node: unknown): string | undefined {
  return isRecord(node) && node.type === 'StringLiteral' ? String(node.value) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function target(root: string, from: string, specifier: string): string {
  if (isBuiltin(specifier)) return `node:${specifier.replace(/^node:/, '')}`;
  const own = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier)
      : undefined;
  if (own === undefined) return `npm:${specifier}`;
  const endings = ['', '.ts', '.tsx', '.d.ts', '/index.ts', '/index.tsx'];
  const ending = endings.find((candidate) =>
    statSync(join(root, own + candidate), { throwIfNoEntry: false })?.isFile(),
  );
  return ending === undefined ? `missing:${own}` : own + ending;
}
