import { getMe } from '@/lib/contract/endpoints/me';
import { listMembers } from '@/lib/contract/endpoints/projects';
import { hire, PASSWORD } from './fixtures/people';
import { expect, test } from './fixtures/test';
import { awake, pressFirst } from './pages/awake';
import { messageOn } from './pages/messages';
import { PeoplePage } from './pages/people-page';
import { SignInPage } from './pages/sign-in-page';

let count = 0;
const newAddress = (): string => `guest-${process.pid}-${(count += 1)}@desk.example`;

test('somebody is invited, joins, and becomes a member', async ({ admin, editor, project, page }) => {
  const email = newAddress();
  const people = await new PeoplePage(admin.page).open();
  const link = await people.invite(email);
  await expect(admin.page.getByText(email, { exact: true })).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'You are invited' })).toBeVisible();
  const join = page.getByRole('button', { name: 'Make account and sign in' });
  await awake(join);
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await page.getByLabel('Your name').fill('Gesa Neu');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await expect(page.getByText('(5 so far)')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await join.click();
  await expect(page.getByRole('heading', { name: 'You are in no project yet' })).toBeVisible();

  await page.goto(link);
  await expect(page.getByText('If you have no account yet')).toBeVisible();

  const { page: desk } = editor;
  await desk.goto(`/projects/${project.id}/members`);
  const form = desk.getByRole('form', { name: 'Add a member' });
  await awake(form);
  await form.getByLabel('Add a member by e-mail address').fill(email);
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(desk.getByRole('row').filter({ hasText: email })).toContainText('Gesa Neu');

  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: project.name })).toBeVisible();
  await expect(page.getByText('You are a reviewer here')).toBeVisible();
});

test('an invitation that was taken back opens nothing', async ({ admin, page }) => {
  const email = newAddress();
  const people = await new PeoplePage(admin.page).open();
  const link = await people.invite(email);
  await admin.page.getByRole('button', { name: `Take back the invitation of ${email}` }).click();
  await expect(messageOn(admin.page, `The invitation of ${email} no longer works`)).toBeVisible();
  await page.goto(link);
  await expect(page.getByText('If you have no account yet')).toBeVisible();
  await expect(page.getByLabel('Password')).toHaveCount(0);
});

test('deactivating somebody ends their sessions; they can come back', async ({
  admin,
  visit,
  page,
  watched,
}) => {
  const person = await hire(admin.api, `Detlef Aus ${newAddress()}`);
  const theirs = await visit(person);
  await theirs.page.goto('/profile');
  await expect(theirs.page.getByRole('heading', { name: 'Profile' })).toBeVisible();

  const people = await new PeoplePage(admin.page).open(person.email);
  await people.choose(person.name, 'Deactivate');
  const question = admin.page.getByRole('alertdialog', { name: `Deactivate ${person.name}?` });
  await question.getByRole('button', { name: 'Deactivate' }).click();
  await expect(people.row(person.name)).toContainText('deactivated');

  expect(await person.api.askInVain(getMe)).toMatchObject({ code: 'unauthenticated' });
  await theirs.page.reload();
  await expect(theirs.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  const door = new SignInPage(page);
  await door.open();
  watched.expectComplaint(/status of 403/);
  await door.signIn(person.email);
  await expect(page.getByRole('alert').filter({ hasText: 'deactivated' })).toBeVisible();

  await people.choose(person.name, 'Reactivate');
  await expect(messageOn(admin.page, 'can sign in again')).toBeVisible();
  await door.signIn(person.email);
  await expect(page.getByRole('heading', { name: 'You are in no project yet' })).toBeVisible();
});

test('the last administrator stays one', async ({ admin }) => {
  const people = await new PeoplePage(admin.page).open(admin.email);
  admin.expectComplaint(/status of 409/);
  await people.choose(admin.name, 'Take administrator’s rights away');
  await expect(messageOn(admin.page, /last administrator|no administrator/i)).toBeVisible();
  await people.choose(admin.name, 'Deactivate');
  const question = admin.page.getByRole('alertdialog', { name: 'Deactivate yourself?' });
  await question.getByRole('button', { name: 'Deactivate' }).click();
  await expect(people.row(admin.name)).toContainText('administrator');
  await expect(people.row(admin.name)).not.toContainText('deactivated');
  expect(await admin.api.ask(getMe)).toMatchObject({ admin: true });
});

test('a link lets somebody choose a new password, and ends what the old one opened', async ({
  admin,
  page,
}) => {
  const person = await hire(admin.api, `Vera Gess ${newAddress()}`);
  const people = await new PeoplePage(admin.page).open(person.email);
  await people.choose(person.name, 'Link for a new password');
  const dialog = admin.page.getByRole('dialog', { name: `Link for ${person.name}` });
  const link = await dialog.getByLabel('Link').inputValue();

  await page.goto(link);
  const save = page.getByRole('button', { name: 'Save and sign in' });
  await awake(save);
  await page.getByLabel('New password').fill('seven other bridges, none of them quiet');
  await save.click();
  await expect(page.getByRole('button', { name: `${person.name}, your menu` })).toBeVisible();
  expect(await person.api.askInVain(getMe)).toMatchObject({ code: 'unauthenticated' });
});

test('an editor changes roles and removes members', async ({ editor, project, reviewer }) => {
  const { page } = editor;
  await page.goto(`/projects/${project.id}/members`);
  const role = page.getByRole('combobox', { name: `Role of ${reviewer.name}` });
  await pressFirst(role);
  await page.getByRole('option', { name: /^editor/ }).click();
  await expect(messageOn(page, `${reviewer.name} is now an editor`)).toBeVisible();
  await page.getByRole('button', { name: `Remove ${reviewer.name}` }).click();
  const question = page.getByRole('alertdialog', { name: `Remove ${reviewer.name} from the project?` });
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: reviewer.email })).toHaveCount(0);
  const { items } = await editor.api.ask(listMembers, { params: { id: project.id } });
  expect(items.map(({ email }) => email)).toEqual([editor.email]);
  reviewer.expectComplaint(/status of 404/);
  await reviewer.page.goto(`/projects/${project.id}`);
  await expect(reviewer.page.getByRole('heading', { name: 'There is nothing here for you' })).toBeVisible();
});

test('nobody who has no account can be made a member', async ({ editor, project }) => {
  const { page } = editor;
  await page.goto(`/projects/${project.id}/members`);
  const form = page.getByRole('form', { name: 'Add a member' });
  await awake(form);
  editor.expectComplaint(/status of 4\d\d/);
  await form.getByLabel('Add a member by e-mail address').fill('nobody@desk.example');
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(form.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
});
