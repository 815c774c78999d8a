import fc from 'fast-check';

// How often each property is tried: 100 times by hand, `npm test` sets more and `npm test -- --quick` fewer. A test
// that gives its own number overrides this.
const seed = process.env.RETRACE_PROPERTY_SEED;
fc.configureGlobal({
  numRuns: Number(process.env.RETRACE_PROPERTY_RUNS ?? 100),
  ...(seed ? { seed: Number(seed) } : {}),
});
