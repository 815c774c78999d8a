/** Runs once as the app's server starts, before it answers: begins what goes on beside the answers. */
export async function register(): Promise<void> {
  // Building the app runs this too, where there is no database.
  if (process.env.NEXT_RUNTIME !== 'nodejs' || !process.env.DATABASE_URL) return;
  const { keepWorking } = await import('./app/keep-working');
  keepWorking();
}
