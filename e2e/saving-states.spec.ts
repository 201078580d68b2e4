import { changeAnnotation } from '@/lib/contract/endpoints/annotations';
import { makeMark } from './fixtures/marks';
import { takePicture } from './fixtures/pictures';
import { expect, test } from './fixtures/test';
import { DeskPage } from './pages/desk-page';
import { expectNoBarriers } from './reading/find-barriers';

for (const scheme of ['light', 'dark'] as const) {
  test(`every state of saving is seen and can be read by all, in ${scheme}`, async ({
    visit,
    staff,
    article,
  }, info) => {
    test.slow();
    const { id, revision } = await makeMark(staff.reviewer.api, article, 'Soyug-FG', {
      tag: 'name',
      value: 'Soyug-FG',
      correction: 'Soyuz-FG',
      note: 'The rocket is called so in the launch log.',
    });
    const { page, expectComplaint } = await visit(staff.reviewer, {
      colorScheme: scheme,
    });
    const desk = await new DeskPage(page).open(article);
    const bar = page.getByRole('banner');
    const shown = async (state: string, name: string): Promise<void> => {
      await expect(desk.savingState).toHaveAccessibleName(`${state}, details`);
      await expectNoBarriers(page, state);
      await takePicture(bar, `saving-${name}-${scheme}`, info);
    };
    await shown('saved', 'saved');
    // Windows are fetched once somebody is there.
    await desk.savingState.click();
    await page.keyboard.press('Escape');

    expectComplaint(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/operations', async (route) => {
      await held;
      await route.abort();
    });
    await desk.mark('June 6, 2018', 'query: to writer');
    await shown('saving 1', 'saving');
    await page.context().setOffline(true);
    answer();
    await desk.card('name misspelled: Soyug-FG').open();
    await desk.card('name misspelled: Soyug-FG').choose('Edit the mark');
    await desk.tagLine.save(
      'name misspelled: Soyug-FG => Soyuz FG // The rocket is called so in the record of the launch.',
    );
    await shown('offline, 2 waiting', 'offline');
    await staff.editor.api.ask(changeAnnotation, {
      params: { id },
      revision,
      body: {
        correction: 'Soyuz-FGM',
        note: 'The rocket is called so in the agency’s launch log.',
        severity: 'critical',
      },
    });
    await page.unroute('**/operations');
    await page.context().setOffline(false);
    await shown('needs you', 'needs-you');

    await desk.savingState.click();
    const dialog = desk.dialog('Something needs you');
    await expect(dialog.getByRole('radiogroup')).toHaveCount(2);
    await expect(dialog).toHaveCSS('opacity', '1');
    await dialog.getByRole('radio', { name: /Soyuz-FGM/ }).click();
    await expectNoBarriers(page, 'a conflict');
    await takePicture(dialog, `conflict-${scheme}`, info);
    await dialog.getByRole('radiogroup', { name: /^Note/ }).getByRole('radio', { name: /^You/ }).click();
    await dialog.getByRole('button', { name: 'Save what was chosen' }).click();
    await desk.expectSaved();
  });
}
