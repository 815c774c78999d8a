import { checkImports } from './lint/check-imports';

// The command line of lint/check-imports.ts, for `npm run lint` and `npm test`.
const { modules, problems } = checkImports(process.cwd());
if (modules === 0) problems.push('No source files were found: nothing was checked.');
for (const problem of problems) console.error(problem);
console.log(`${modules} modules, ${problems.length} forbidden imports`);
if (problems.length) process.exitCode = 1;
