import { launch } from './launch.mjs';

await launch('./retrace.ts');
