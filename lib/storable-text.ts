/** NUL, which PostgreSQL cannot store in text, and lone surrogates, which it would silently replace. */
const unstorable = /\0|\p{Surrogate}/u;

/** Can the database give this text back as it is? */
export const isStorable = (value: string): boolean => !unstorable.test(value);

export const unstorableMessage = 'This has a character that cannot be stored. Type it again.';
