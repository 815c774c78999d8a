/** A link with which somebody chooses their password, as an address of this app; or why there is none. */
export type PasswordLink = { ok: true; path: string; expiresAt: string } | { ok: false; message: string };
