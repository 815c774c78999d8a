import { stories } from '../scripts/demo/stories';
import { expect, test } from './people';
import { editDetails, eventCount, feed, openMenu, redoButton, undoButton } from './record';

const { wrongDueDate } = stories;

test('support: the wrong due date is found, explained, refused to Ana, undone by Mia, and Ana’s own change survives everything', async ({
  as,
}) => {
  const ana = await as('ana');

  await test.step('Ana finds the invoice by its customer', async () => {
    await ana.getByRole('searchbox').fill('lindqvist');
    await ana.getByRole('link', { name: wrongDueDate.number }).click();
    await expect(ana.getByRole('heading', { level: 1 })).toHaveText(wrongDueDate.number);
  });

  const moved = feed(ana).getByRole('article', { name: /Bob Ekdahl moved the due date to/ });
  await test.step('she sees that Bob moved the due date, when, and why', async () => {
    await expect(moved).toBeVisible();
    await expect(moved.locator('time').first()).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT/);
    await expect(moved.locator('blockquote')).not.toBeEmpty();
    await expect(moved.locator('del')).toContainText('20');
  });

  await test.step('her undo is refused, in words that say who can', async () => {
    const menu = await openMenu(ana, wrongDueDate.dueDateVersion);
    await expect(menu.getByRole('menuitem', { name: 'Undo this change' })).toBeDisabled();
    await expect(menu).toContainText('Only Bob Ekdahl or a manager can undo it.');
    await ana.keyboard.press('Escape');
  });

  const mia = await as('mia', `/invoices/${wrongDueDate.id}`);
  const before = await eventCount(mia);
  await test.step('Mia undoes it from its row, with a reason', async () => {
    const menu = await openMenu(mia, wrongDueDate.dueDateVersion);
    await menu.getByRole('menuitem', { name: 'Undo this change' }).click();
    const dialog = mia.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await expect(dialog).toContainText('Say why');
    await dialog.getByLabel('Reason').fill('The customer asked for two weeks, not for December.');
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await expect(feed(mia).getByRole('article')).toHaveCount(before + 1);
    await expect(feed(mia).getByRole('article').first()).toContainText(
      'Mia Torres undid Bob Ekdahl’s change: moved the due date',
    );
  });

  await test.step('Ana sees it without reloading, and makes a change of her own', async () => {
    await expect(moved).toContainText('Undone by Mia Torres');
    await editDetails(ana, { Memo: 'Reminder goes out on Friday.', Reason: 'Agreed on the phone.' });
    await expect(ana.getByRole('region', { name: 'Document' })).toContainText('Reminder goes out on Friday.');
  });

  await test.step('she undoes and redoes it', async () => {
    await expect(undoButton(ana)).toHaveText(/^Undo: memo/);
    await undoButton(ana).click();
    await expect(ana.getByRole('region', { name: 'Document' })).not.toContainText('Friday');
    await redoButton(ana).click();
    await expect(ana.getByRole('region', { name: 'Document' })).toContainText('Friday');
  });

  await test.step('after a reload everything is still there, on everyone’s screen the same', async () => {
    await ana.reload();
    await mia.reload();
    await expect(feed(ana).getByRole('article')).toHaveCount(before + 4);
    await expect(undoButton(ana)).toHaveText(/^Undo: memo/);
    const history = await feed(ana)
      .getByRole('article')
      .evaluateAll((rows) => rows.map((row) => row.querySelector('p')?.textContent));
    await expect(feed(mia).getByRole('article')).toHaveCount(before + 4);
    expect(
      await feed(mia)
        .getByRole('article')
        .evaluateAll((rows) => rows.map((row) => row.querySelector('p')?.textContent)),
    ).toEqual(history);
  });
});
