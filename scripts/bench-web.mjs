import { launch } from './launch.mjs';

// Its browser driver is a package of bench/, like the other benchmark's peers.
await launch('../bench/web/main.ts', ['bench/']);
