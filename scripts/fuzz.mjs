import { launch } from './launch.mjs';

await launch('./fuzz.ts');
