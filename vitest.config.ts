import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = [{ find: /^@\//, replacement: fileURLToPath(new URL('./', import.meta.url)) }];
const exclude = ['**/node_modules/**', '.next*/**', '.data/**', 'e2e/**'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.pg.test.ts'],
          setupFiles: './test/property-runs.ts',
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'pg',
          include: ['**/*.pg.test.ts'],
          exclude,
          globalSetup: './test/postgres-setup.ts',
          setupFiles: './test/property-runs.ts',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
