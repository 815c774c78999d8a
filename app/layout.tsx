import '@fontsource-variable/inter/wght.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { readLooks } from './preferences';

export const metadata: Metadata = {
  title: { default: 'Retrace', template: '%s · Retrace' },
  description: 'Who changed this, when and why, and can it be taken back?',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f7f9' },
    { media: '(prefers-color-scheme: dark)', color: '#0d0f12' },
  ],
};

/**
 * The document. The theme is a class from a cookie, so the server renders it and nothing flashes; "system" is no
 * class at all, and the stylesheet asks the browser.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme } = await readLooks();
  return (
    <html lang="en" className={theme === 'system' ? undefined : theme}>
      <body className="min-h-dvh bg-background font-sans text-body text-ink">{children}</body>
    </html>
  );
}
