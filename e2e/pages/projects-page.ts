import type { Page } from 'playwright/test';
import { ArticlesPage } from './articles-page';
import type { DeskPage } from './desk-page';

/** From the front door to an article, as people walk. */
export class ProjectsPage {
  constructor(readonly page: Page) {}

  async walkTo(project: string, article: string): Promise<DeskPage> {
    await this.page.getByRole('link', { name: project, exact: true }).click();
    return new ArticlesPage(this.page).openArticle(article);
  }
}
