import { launch } from './launch.mjs';

// The peers that Retrace is measured against are no dependencies of the app: bench/ has packages of its own.
await launch('../bench/main.ts', ['bench/']);
