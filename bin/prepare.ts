import { ensureSetUpLink } from '@/lib/auth/set-up-link';
import { settings } from '@/lib/settings';
import { seedDemo } from '@/prisma/seed';

// Run by the launcher, with the settings of the server; answers with one message.
const { demo, origin } = settings();
if (demo) await seedDemo();
process.send?.({ setUpLink: await ensureSetUpLink(origin) }, () => process.exit(0));
