import { draftMigration } from '@/prisma/draft';
import { openTestServer } from '@/prisma/test-database';

const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Say what the migration does, in small letters: npm run migration:draft -- add_sources');
  process.exitCode = 1;
} else {
  const server = await openTestServer();
  try {
    const file = await draftMigration(name, new Date(), server.url);
    console.log(file ? `Drafted ${file}` : 'Nothing changed in schema.prisma since the last migration.');
  } finally {
    await server.release();
  }
}
