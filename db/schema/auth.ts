import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  varchar,
} from 'drizzle-orm/pg-core';
import { roles } from '../../lib/access';
import { scopes } from '../../lib/event-sourcing/event';

const instant = () => timestamp({ withTimezone: true });
const madeAt = () => instant().notNull().defaultNow();

/**
 * The people who may sign in, as their events say: who they are, role and `deactivatedAt` are written by the append only
 * (see projections/people.ts). Somebody who left is deactivated, never deleted: their name stays in the history.
 */
export const users = pgTable(
  'users',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** Lower case. */
    email: text().notNull().unique(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    role: text({ enum: roles }).notNull().default('viewer'),
    deactivatedAt: instant(),
    /** Whose actions their Undo and Redo walk. */
    undoScope: text({ enum: scopes }).notNull().default('mine'),
    createdAt: madeAt(),
    updatedAt: madeAt(),
  },
  (table) => [
    // Every decision knows who may manage people: whoever writes reads these few rows.
    index('users_admins').on(table.id).where(sql`role = 'admin' and deactivated_at is null`),
    check('users_undo_scope', sql`${table.undoScope} in ('mine', 'anyone')`),
    check('users_role', sql`${table.role} in ('viewer', 'support', 'manager', 'admin')`),
    check('users_email_lower_case', sql`${table.email} = lower(${table.email})`),
  ],
);

/** Who is signed in where. The browser holds the token, signed, in a cookie. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: madeAt(),
    updatedAt: madeAt(),
  },
  // Ends somebody's sessions when they are deactivated.
  (table) => [index('sessions_user').on(table.userId)],
);

/** How a person proves who they are: for now a password, hashed with scrypt. */
export const accounts = pgTable(
  'accounts',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    password: text(),
    createdAt: madeAt(),
    updatedAt: madeAt(),
  },
  // Finds a person's password at sign-in, and lets them have one only.
  (table) => [unique('accounts_user_provider').on(table.userId, table.providerId)],
);

/** Short-lived proofs, such as a link to set a new password. */
export const verifications = pgTable(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: madeAt(),
    updatedAt: madeAt(),
  },
  (table) => [index('verifications_identifier').on(table.identifier)],
);

/**
 * Counters of sign-in attempts, in the shape rate-limiter-flexible writes them: it inserts by position, so the order
 * of these three columns is part of the contract. The key is a hash: people type passwords into the wrong field.
 */
export const signInAttempts = pgTable('sign_in_attempts', {
  key: varchar({ length: 255 }).primaryKey(),
  points: integer().notNull().default(0),
  /** Milliseconds since 1970, when the count starts again. */
  expire: bigint({ mode: 'number' }),
});
