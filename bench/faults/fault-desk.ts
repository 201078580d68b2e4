import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddedDatabase } from '@/bin/database/open';
import { findFreePort } from '@/bin/database/port';
import { AppProcess } from '@/bin/launch/testing/app-process';
import { waitUntil } from '@/bin/processes/end';
import { findProcess } from '@/bin/processes/identity';
import { inProject } from '@/bin/project';
import { issueToken } from '@/lib/auth/api-tokens';
import { addMember } from '@/lib/commands/add-member';
import { closeDatabase } from '@/lib/store/client';
import { buildArticle, type BuiltArticle } from '@/prisma/builders/article';
import { buildPerson } from '@/prisma/builders/person';
import { buildProject, type BuiltProject } from '@/prisma/builders/project';
import { valueOf } from '@/prisma/builders/value-of';
import { openDatabase } from '../desk/open-database';
import { orThrow } from '../desk/project';
import type { Undo } from '../desk/undo';

/**
 * What faults are done to: app processes of a production build, each as a service manager would run it, on an embedded Postgres
 * of its own that keeps what it has acknowledged (nothing is tuned). Everything listens on the loopback only.
 */
export class FaultDesk {
  readonly #apps: AppProcess[] = [];

  private constructor(
    readonly databaseUrl: string,
    readonly project: BuiltProject,
    /** The editor's. */
    readonly token: string,
    private readonly buildFolder: string,
    private readonly server: EmbeddedDatabase,
  ) {}

  static async open(undo: Undo, buildFolder: string): Promise<FaultDesk> {
    const { databaseUrl, server } = await openDatabase(undo, 'faults');
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl,
      GALLEY_SECRET: 'a secret for faults, which protects nothing',
    });
    undo.push(closeDatabase);
    const project = await buildProject();
    const order = { email: project.editor.email, scope: 'write', name: 'faults' } as const;
    const { token } = valueOf(await issueToken(order));
    const desk = new FaultDesk(databaseUrl, project, token, buildFolder, server);
    undo.push(() => Promise.all(desk.#apps.map((app) => app.kill())));
    return desk;
  }

  /** Articles that nobody has marked yet. This process keeps no connection, which a fault would only break. */
  async addArticles(count: number): Promise<BuiltArticle[]> {
    const text = await readFile(inProject('prisma', 'data', 'soyuz-ms09.txt'), 'utf8');
    const articles: BuiltArticle[] = [];
    while (articles.length < count) articles.push(await buildArticle({ project: this.project, text }));
    await closeDatabase();
    return articles;
  }

  /** Reviewers with a token each. */
  async addReaders(count: number): Promise<string[]> {
    const tokens: string[] = [];
    while (tokens.length < count) {
      const person = await buildPerson();
      const context = { operationId: null, now: new Date() };
      valueOf(
        await addMember(
          this.project.editor,
          this.project.id,
          { email: person.email, role: 'reviewer' },
          context,
        ),
      );
      tokens.push(valueOf(await issueToken({ email: person.email, scope: 'read', name: 'faults' })).token);
    }
    await closeDatabase();
    return tokens;
  }

  /** Starts an app process, on the port given or a free one; it may not be ready yet. */
  async startApp(port?: number): Promise<AppProcess> {
    const { databaseUrl, buildFolder } = this;
    const app = new AppProcess({ databaseUrl, buildFolder, port: port ?? (await findFreePort()) });
    this.#apps.push(app);
    return app;
  }

  /** Kills Postgres as the kernel does when memory runs out: at once, whatever it is doing. */
  async killDatabase(): Promise<void> {
    const file = join(this.server.place.cluster, 'postmaster.pid');
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await waitUntil(() => findProcess(pid) === null, 5_000, 5);
  }

  /** Starts it again, as the launcher does when it has died. */
  async reviveDatabase(): Promise<void> {
    if (!orThrow(await this.server.revive())) throw new Error('Postgres was alive after all');
  }
}
