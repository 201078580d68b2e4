import { changeProject, getProject } from '@/lib/contract/endpoints/projects';
import { expect, test } from './fixtures/test';

test('what somebody else saved meanwhile is said, names are put together, and saving again is on purpose', async ({
  editor,
  staff,
  project,
}) => {
  const { page } = editor;
  const params = { id: project.id };
  await page.goto(`/projects/${project.id}/settings`);
  const guidelines = page.getByRole('textbox', { name: 'Guidelines' });
  await guidelines.fill('Be short.');
  await page.getByRole('textbox', { name: 'Known names' }).fill('Soyuz-FG');
  await staff.editor.api.ask(changeProject, {
    params,
    body: { guidelines: 'Be exact.', knownNames: ['Łódź'], name: 'Renamed' },
  });
  editor.expectComplaint(/409/);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(guidelines).toHaveAccessibleDescription(/Somebody has changed this meanwhile/);
  await expect(guidelines).toHaveValue('Be short.');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('The settings are saved')).toBeVisible();
  expect(await staff.editor.api.ask(getProject, { params })).toMatchObject({
    name: 'Renamed',
    guidelines: 'Be short.',
    knownNames: ['Soyuz-FG', 'Łódź'],
  });
});
