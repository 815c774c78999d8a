import { chooseFor, createDraft, document, fillIn, finalizeAndSend, next } from './invoices';
import { expect, test } from './people';

test('a request that can’t go ahead any more says so, waits for nobody, and can still be declined', async ({
  as,
}) => {
  const bob = await as('bob');
  await createDraft(bob, { price: '2000' });
  await finalizeAndSend(bob);
  await next(bob, 'Record payment').click();
  await fillIn(bob, {}, 'Record payment');
  const flag = (page: typeof bob) => page.locator('header').getByText('Awaiting approval', { exact: true });
  await chooseFor(bob, /^Actions for payment €2,000\.00/, 'Refund');
  await fillIn(bob, { Amount: '1500', Reason: 'They sent most of it back.' }, 'Ask for approval');
  await expect(flag(bob)).toBeVisible();
  const mia = await as('mia', new URL(bob.url()).pathname);
  await expect(next(mia, 'Approve')).toBeVisible();

  await chooseFor(bob, /^Actions for payment €2,000\.00/, 'Refund');
  await fillIn(bob, { Amount: '900', Reason: 'For now.' }, 'Issue refund');
  await expect(document(mia)).toContainText(
    'This can’t go ahead any more. At most €1,100.00 of this payment can be refunded.',
  );
  await expect(flag(mia)).toBeHidden();
  await expect(next(mia, 'Approve')).toBeHidden();
  await expect(document(mia).getByRole('button', { name: 'Approve' })).toBeDisabled();
  await document(mia).getByRole('button', { name: 'Decline' }).click();
  await fillIn(mia, { Reason: 'Ask anew for what is left.' }, 'Decline');
  await expect(document(mia)).not.toContainText('asks for approval');
});
