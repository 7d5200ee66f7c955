import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test, WORKER } from './newsroom.ts';

const PASSWORD = 'correct horse battery staple';

/** An address of this test's own: the desk's people stay when a test ends. */
const someone = (name: string) =>
  `${name}-${test.info().testId.slice(-8)}-${test.info().project.name}@people.example`;

async function openPeople(page: Page): Promise<void> {
  await signIn(page);
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
}

/** Invites with the keyboard and answers the link that is to be handed over. */
async function invite(page: Page, email: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite somebody' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await expect(dialog.getByRole('textbox', { name: 'Email' })).toBeFocused();
  await page.keyboard.type(email);
  await dialog
    .getByRole('combobox', { name: 'The Daily Planet daily-planet' })
    .selectOption('moderator');
  await dialog.getByRole('button', { name: 'Make the invitation' }).press('Enter');
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.keyboard.press('Escape');
  return link;
}

/** A colleague in a browser of their own. */
async function join(browser: Browser, link: string, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('navigation', { name: 'Queues' })).toBeVisible();
  expect(page.url()).not.toContain('invitation');
  return page;
}

const openAccount = (page: Page) => page.getByRole('button', { name: /^Account:/ }).click();

test('an admin invites somebody, who joins by the button of the link’s page, once', {
  tag: '@phone',
}, async ({ page, browser }) => {
  const email = someone('grace');
  await openPeople(page);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const link = await invite(page, email);
  const invited = page.getByRole('list', { name: 'Invitations' }).getByRole('listitem');
  await expect(invited.filter({ hasText: email })).toContainText('The Daily Planet: moderator');
  await expectAccessible(page);
  // A mail scanner fetches it first.
  await page.request.get(link);
  const colleague = await join(browser, link, 'Wanda Mill');
  await page.reload();
  const people = page.getByRole('list', { name: 'People' }).getByRole('listitem');
  await expect(people.filter({ hasText: email })).toContainText('Last here now');
  await expect(invited.filter({ hasText: email })).toHaveCount(0);
  await expect(colleague.getByRole('link', { name: 'People' })).toHaveCount(0);
});

test('the page of an invitation wants a name, and its link works once', async ({
  page,
  browser,
  watched,
}) => {
  await openPeople(page);
  const link = await invite(page, someone('once'));
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await expectAccessible(guest);
  await guest.getByRole('button', { name: 'Join' }).click();
  await expect(guest.getByText('Please enter your name.')).toBeVisible();
  await guest.getByRole('textbox', { name: 'Your name' }).fill('Once');
  await guest.keyboard.press('Enter');
  await expect(guest.getByRole('navigation', { name: 'Queues' })).toBeVisible();
  await guest.goto(link);
  await guest.getByRole('textbox', { name: 'Your name' }).fill('Again');
  await guest.getByRole('button', { name: 'Join' }).click();
  await expect(guest.getByRole('alert')).toContainText('was used');
  watched.troubles.length = 0;
});

test('an invitation that was revoked opens nothing', async ({ page, browser, watched }) => {
  const email = someone('late');
  await openPeople(page);
  const link = await invite(page, email);
  await page.getByRole('button', { name: `Revoke ${email}` }).click();
  await expect(page.getByText(email)).toHaveCount(0);
  const late = await (await browser.newContext()).newPage();
  await late.goto(link);
  await late.getByRole('textbox', { name: 'Your name' }).fill('Late');
  await late.getByRole('button', { name: 'Join' }).click();
  await expect(late.getByRole('alert')).toContainText('taken back');
  watched.troubles.length = 0;
});

test('rights change at once, and who is shut out is out at once', async ({ page, browser }) => {
  const email = someone('linus');
  const name = `Linus ${test.info().testId.slice(-6)} ${test.info().project.name}`;
  await openPeople(page);
  const colleague = await join(browser, await invite(page, email), name);
  await page.reload();
  await page.getByRole('button', { name: `Change ${name}` }).press('Enter');
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByRole('combobox', { name: 'Harbour Post harbour-post' }).selectOption('editor');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Saved. It holds at once.');
  await expectAccessible(page);
  await colleague.reload();
  await colleague.getByRole('combobox', { name: 'Site' }).selectOption('Harbour Post');
  await dialog.getByRole('button', { name: 'Shut out' }).press('Enter');
  await dialog.getByRole('button', { name: 'Shut out: yes' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Let in again' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('Shut out');
  await colleague.reload();
  await expect(colleague.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();
});

test('one-time codes are switched on, asked for at sign-in, and off again', async ({
  page,
  browser,
}) => {
  const email = someone('ada');
  await openPeople(page);
  const ada = await join(browser, await invite(page, email), 'Ada Codes');
  await openAccount(ada);
  const account = ada.getByRole('dialog', { name: 'Account' });
  await account.getByRole('textbox', { name: 'New password' }).fill(PASSWORD);
  await account.getByRole('button', { name: 'Save the password' }).click();
  await expect(account.getByText('The password is set.')).toBeVisible();
  await account.getByRole('textbox', { name: 'Your password' }).fill('not my password');
  await account.getByRole('button', { name: 'Switch codes on' }).click();
  await expect(account.getByText('This is not your present password.')).toBeVisible();
  await account.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await account.getByRole('button', { name: 'Switch codes on' }).click();
  await expect(account.getByRole('img', { name: /QR code/ })).toBeVisible();
  await expectAccessible(ada);
  const secret = (await account.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  const otp = createOTP(new TextDecoder().decode(base32.decode(secret)));
  await account.getByRole('textbox', { name: 'Code of the app' }).fill(await otp.totp());
  await ada.keyboard.press('Enter');
  const codes = account.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  await expectAccessible(ada);
  const recovery = (await codes.first().textContent()) ?? '';
  await account.getByRole('button', { name: 'I have kept them' }).click();
  await account.getByRole('button', { name: 'Sign out' }).click();

  await ada.getByRole('textbox', { name: 'Email' }).fill(email);
  await ada.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await ada.keyboard.press('Enter');
  const code = ada.getByRole('textbox', { name: 'Code of your authenticator app' });
  await expect(code).toBeFocused();
  await expectAccessible(ada);
  await ada.keyboard.type('000000');
  await ada.keyboard.press('Enter');
  await expect(ada.getByText('This is not the right code.')).toBeVisible();
  await ada.getByRole('button', { name: 'Use a recovery code' }).press('Enter');
  await expect(ada.getByRole('textbox', { name: 'Recovery code' })).toBeFocused();
  await ada.keyboard.type(recovery);
  await ada.keyboard.press('Enter');
  await expect(ada.getByRole('navigation', { name: 'Queues' })).toBeVisible();

  await openAccount(ada);
  await account.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await account.getByRole('button', { name: 'Switch codes off' }).click();
  await expect(account.getByRole('button', { name: 'Switch codes on' })).toBeVisible();
});

test('a passkey is added, named, signs in without a code, and is removed', async ({
  page,
  browser,
}) => {
  await openPeople(page);
  const ada = await join(browser, await invite(page, someone('key')), 'Ada Keys');
  const devtools = await ada.context().newCDPSession(ada);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await openAccount(ada);
  const account = ada.getByRole('dialog', { name: 'Account' });
  await account.getByRole('textbox', { name: 'Name of the new passkey' }).fill('My laptop');
  await account.getByRole('button', { name: 'Add a passkey' }).click();
  const keys = account.getByRole('list', { name: 'Passkeys' }).getByRole('listitem');
  await expect(keys).toContainText(['My laptop']);
  await account.getByRole('button', { name: 'Rename My laptop' }).press('Enter');
  await expect(account.getByRole('textbox', { name: 'New name' })).toBeFocused();
  await ada.keyboard.press('ControlOrMeta+a');
  await ada.keyboard.type('Work laptop');
  await ada.keyboard.press('Enter');
  await expect(keys).toContainText(['Work laptop']);
  await expectAccessible(ada);
  // The same device again is told so.
  await account.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(account.getByText('has a passkey for the desk already')).toBeVisible();
  await account.getByRole('button', { name: 'Sign out' }).click();

  await ada.getByRole('button', { name: 'Sign in with a passkey' }).press('Enter');
  await expect(ada.getByRole('navigation', { name: 'Queues' })).toBeVisible();
  await openAccount(ada);
  await expect(keys).toContainText(['last used']);
  await account.getByRole('button', { name: 'Remove Work laptop' }).click();
  await expect(keys).toHaveCount(0);
  await account.getByRole('button', { name: 'Sign out' }).click();
  await ada.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(ada.getByRole('alert').filter({ hasText: 'not accepted' })).toBeVisible();

  // A device that does not look who is there is not enough.
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await ada.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(ada.getByRole('alert').filter({ hasText: 'gave no passkey' })).toBeVisible();
});

test('all other sessions end by one button, and here it goes on', async ({ page, browser }) => {
  const email = someone('many');
  await openPeople(page);
  const here = await join(browser, await invite(page, email), 'Ada Many');
  await openAccount(here);
  const account = here.getByRole('dialog', { name: 'Account' });
  await account.getByRole('textbox', { name: 'New password' }).fill(PASSWORD);
  await account.getByRole('button', { name: 'Save the password' }).click();
  await expect(account.getByText('The password is set.')).toBeVisible();
  const there = await (await browser.newContext()).newPage();
  await there.goto(`${WORKER}/desk/sign-in`);
  await there.getByRole('textbox', { name: 'Email' }).fill(email);
  await there.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await there.keyboard.press('Enter');
  await expect(there.getByRole('navigation', { name: 'Queues' })).toBeVisible();
  await here.reload();
  await openAccount(here);
  await account.getByRole('button', { name: 'End all others' }).press('Enter');
  await expect(account.getByRole('button', { name: 'End all others' })).toHaveCount(0);
  await there.reload();
  await expect(there.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();
  await here.reload();
  await expect(here.getByRole('navigation', { name: 'Queues' })).toBeVisible();
});

test('the way to People and back is that of the browser, and others have no business there', {
  tag: '@phone',
}, async ({ page, browser, watched }) => {
  await openPeople(page);
  expect(await page.title()).toBe('People – Belowline');
  await page.goBack();
  await expect(page.getByRole('navigation', { name: 'Queues' })).toBeVisible();
  await page.goForward();
  await page.getByRole('link', { name: 'Back to the queues' }).press('Enter');
  await expect(page.getByRole('navigation', { name: 'Queues' })).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'jon@belowline.example');
  await other.goto(`${WORKER}/desk/people`);
  await expect(other.getByRole('alert').first()).toHaveText('Only an admin manages people.');
  watched.troubles.length = 0;
});
