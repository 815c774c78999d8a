import { launch } from './launch.mjs';

await launch('./lint.ts');
