import type { Role } from './access';

/** Who is there in demo mode, so that the sign-in page can offer them with one click each. */
export const demoPeople: readonly { name: string; email: string; role: Role }[] = [
  { name: 'Ana Novak', email: 'ana@example.com', role: 'support' },
  { name: 'Bob Ekdahl', email: 'bob@example.com', role: 'support' },
  { name: 'Sam Okafor', email: 'sam@example.com', role: 'support' },
  { name: 'Mia Torres', email: 'mia@example.com', role: 'manager' },
  { name: 'Priya Raman', email: 'priya@example.com', role: 'manager' },
  { name: 'Otto Brandt', email: 'otto@example.com', role: 'admin' },
  { name: 'Vera Lindt', email: 'vera@example.com', role: 'viewer' },
];

/** No secret: it guards invented data, and only where RETRACE_DEMO loaded it. */
export const demoPassword = 'retrace-demo';
