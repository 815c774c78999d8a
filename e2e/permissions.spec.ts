import type { Page } from '@playwright/test';
import { violations } from './axe';
import { expect, hydrated, test } from './people';
import { banner, feed, slider, undoFromRow } from './record';

/** A name that no other run of this test has used. */
const fresh = (): string => `Nina ${Date.now().toString(36)}`;

const row = (page: Page, name: string) =>
  page
    .getByRole('table', { name: 'People' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });

/** Invites somebody as support staff; the link that is to be handed over. */
async function invite(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Email').fill('ana@example.com');
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await expect(dialog).toContainText('Somebody with this email address is here already');
  await dialog.getByLabel('Email').fill(`${name.replace(' ', '.')}@example.com`);
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await expect(dialog).toContainText('Retrace sends no mail: give this link');
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  const link = await dialog.getByLabel('Link').inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return link;
}

test('a role that was granted by mistake is undone from the history: it no longer counts, and who could do what then is known', async ({
  as,
  browser,
}) => {
  test.slow();
  const otto = await as('otto', '/admin');
  await otto.getByRole('main').getByRole('link', { name: 'People' }).click();
  await expect(otto.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  const name = fresh();
  const link = await invite(otto, name);
  await expect(row(otto, name)).toContainText('Invited, no password yet');

  const context = await browser.newContext();
  const nina = await context.newPage();
  await nina.goto(link);
  expect(await violations(nina)).toEqual([]);
  await nina.getByLabel('Password', { exact: true }).fill('a password of my own');
  await nina.getByLabel('Password again').fill('a password of my own');
  await nina.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(nina).toHaveURL(/\/invoices/);
  await nina.goto(link);
  await expect(nina.getByRole('heading', { level: 1 })).toHaveText('This link doesn’t work any more');

  await otto.getByRole('searchbox', { name: 'Search people' }).fill(name);
  await expect(row(otto, 'Bob Ekdahl')).toHaveCount(0);
  await otto.getByRole('button', { name: `Actions for ${name}` }).click();
  await otto.getByRole('menuitem', { name: 'Grant manager role' }).click();
  const dialog = otto.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Stands in for Priya');
  expect(await violations(otto, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Grant role' }).click();
  await expect(row(otto, name)).toContainText('Manager');
  await expect(otto.getByRole('dialog')).toHaveCount(0);
  const then = new Date().toISOString();

  // She is a manager now: the settings are hers to change, and the form stays open.
  const edit = nina.getByRole('button', { name: 'Edit company details' });
  await nina.goto('/settings');
  await hydrated(nina);
  await edit.click();
  await nina.getByRole('dialog').getByLabel('Tax id').fill('DE000000000');

  await row(otto, name).getByRole('link', { name }).click();
  await expect(otto.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(feed(otto)).toContainText(`granted ${name} the manager role`);
  await expect(feed(otto)).toContainText('Stands in for Priya');
  // Who opened the way in is on record; the link itself is nowhere.
  await expect(feed(otto)).toContainText(`made ${name} a password link`);
  await expect(otto.getByRole('main')).not.toContainText(link.split('/').at(-1) ?? '');
  const preview = await undoFromRow(otto, 4);
  await expect(preview).toContainText('What they did with the role stays');
  await preview.getByRole('button', { name: /^Undo/ }).click();
  await expect(otto.getByRole('dialog')).toHaveCount(0);
  await expect(feed(otto).getByRole('article')).toHaveCount(5);
  const roles = otto.getByRole('region', { name: 'Roles' });
  await expect(roles).toContainText('May do what support allows');

  // The server goes by what she may do now, whatever her page still shows.
  await nina.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(nina.getByRole('dialog')).toContainText('managers and admins may change them');
  await nina.reload();
  await expect(edit).toBeDisabled();

  await otto.getByRole('button', { name: 'More actions' }).click();
  await otto.getByRole('menuitem', { name: 'Edit details' }).click();
  await dialog.getByLabel('Email').fill('otto@example.com');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Email')).toHaveAccessibleDescription(/is here already/);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(otto.getByRole('dialog')).toHaveCount(0);

  await slider(otto).focus();
  await otto.keyboard.press('ArrowLeft');
  await expect(banner(otto)).toBeVisible();
  await expect(roles).toContainText('May do what manager allows');

  await otto.goto(`/admin/people?asOf=${then}&q=${encodeURIComponent(name)}`);
  await expect(banner(otto)).toContainText('who could do what then');
  await expect(row(otto, name)).toContainText('Manager');
  await expect(row(otto, name)).toContainText('takes back anyone’s changes');
  // Of what was known then too, the link leads to the very state that the row shows.
  await expect(row(otto, name).getByRole('link')).toHaveAttribute('href', /\?version=\d+$/);
  await hydrated(otto);
  await otto.getByRole('button', { name: 'Return to now' }).click();
  await expect(row(otto, name)).not.toContainText('Manager');
  await expect(row(otto, name)).toContainText('Support');

  // Whoever is deactivated is out at once, and back in after undo.
  await otto.getByRole('button', { name: `Actions for ${name}` }).click();
  await otto.getByRole('menuitem', { name: 'Deactivate' }).click();
  await otto.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(row(otto, name)).toContainText('Deactivated');
  await nina.reload();
  await expect(nina).toHaveURL(/\/sign-in/);
  await context.close();
});

test('the last admin stays, and who is none sees who may do what, and why it is not theirs to change', async ({
  as,
}) => {
  const otto = await as('otto', '/admin/people');
  await otto.getByRole('button', { name: 'Actions for Otto Brandt' }).click();
  const deactivate = otto.getByRole('menuitem', { name: 'Deactivate' });
  await expect(deactivate).toBeDisabled();
  await expect(deactivate).toContainText('This is the last admin');

  const vera = await as('vera', '/admin/people');
  await expect(row(vera, 'Otto Brandt')).toContainText('manages people');
  await expect(vera.getByRole('button', { name: 'Invite a person' })).toBeDisabled();
  await row(vera, 'Bob Ekdahl').getByRole('link').click();
  await expect(feed(vera)).toContainText('granted Bob Ekdahl the manager role');
  const change = vera.getByRole('button', { name: 'Change roles' });
  await expect(change).toBeDisabled();
  await expect(change).toHaveAccessibleDescription(/only admins manage people/);
});
