import { type Browser, expect, type Page } from '@playwright/test';
import type { Database } from '../db/client';
import { command, createDraft, expectOk, undo } from '../db/testing/invoices';
import type { Actor } from '../lib/event-sourcing/event';
import type { RevertRequest } from '../lib/event-sourcing/plan';
import type { InvoiceCommand } from '../lib/invoice/commands';
import { lineId } from '../lib/invoice/testing';
import { OwnApp } from './own-app';
import type { DemoPerson } from './people';

/** What somebody did to an invoice. */
export type Deed = [who: DemoPerson, what: InvoiceCommand | RevertRequest];

/** Invoices on an app of a test's own, and what people did to them, given through the write path without a page. */
export class Arranged {
  private constructor(
    readonly own: OwnApp,
    private readonly people: ReadonlyMap<string, Actor>,
  ) {}

  static async start(): Promise<Arranged> {
    const own = await OwnApp.start();
    const people = await own.query(async ({ $client }) => {
      const { rows } = await $client.query<{ id: string; name: string; email: string }>(
        'SELECT id, name, email FROM users',
      );
      return rows.map(
        ({ id, name, email }) => [email.split('@')[0] ?? '', { id, kind: 'user', name }] as const,
      );
    });
    return new Arranged(own, new Map(people));
  }

  person(who: DemoPerson): Actor {
    const actor = this.people.get(who);
    if (!actor) throw new Error(`There is no ${who}.`);
    return actor;
  }

  /** A draft with two lines that Ana created, event 1, and what people did to it since; the address of its page. */
  invoice(...deeds: Deed[]): Promise<string> {
    return this.own.query(async (db) => {
      const id = await createDraft(db);
      for (const deed of deeds) await this.give(db, id, deed);
      return `/invoices/${id}`;
    });
  }

  /** What somebody does to an invoice while its page is open. */
  afterwards(path: string, deed: Deed): Promise<void> {
    return this.own.query((db) => this.give(db, path.split('/').at(-1) ?? '', deed));
  }

  open(browser: Browser, person: DemoPerson, path: string): Promise<Page> {
    return this.own.open(browser, person, path);
  }

  private async give(db: Database, id: string, [who, what]: Deed): Promise<void> {
    const actor = this.person(who);
    expectOk(
      'button' in what
        ? await undo(db, id, what, { actor })
        : await command(db, id, what, { actor, reason: 'because' }),
    );
  }
}

export const due = (day: string) => ({ type: 'change_details', dueDate: `2027-01-${day}` }) as const;
export const memo = (text: string) => ({ type: 'change_details', memo: text }) as const;
export const row = (version: number) => ({ button: 'row', version }) as const;
export const finalize = { type: 'finalize_invoice' } as const;
export const send = { type: 'send_invoice', messageId: lineId(70), to: 'a@example.com', text: null } as const;
export const rye = { id: lineId(5), description: 'Rye flakes', quantity: '1', unitPrice: 100, taxRate: 0 };

/** Carries out what the open preview shows. */
export async function confirm(page: Page, action = 'Undo', reason?: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  if (reason) await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await expect(dialog).toBeHidden();
}
