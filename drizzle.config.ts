import { defineConfig } from 'drizzle-kit';

// For `npm run db:generate`, which writes a migration from the difference between db/schema and db/migrations.
// It needs no database; migrations are applied by db/migrate.ts at start.
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema',
  out: './db/migrations',
  casing: 'snake_case',
});
