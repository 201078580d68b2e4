import { defineConfig } from 'prisma/config';

// Without a data source: the Prisma command line only generates the client here, migrations are applied by prisma/migrate.ts.
export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
