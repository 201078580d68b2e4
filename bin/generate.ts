import { generateClient } from './steps/generate';

const generated = await generateClient();
if (!generated.ok) {
  console.error(generated.failure);
  process.exitCode = 1;
} else console.log(generated.value ? 'Generated lib/store/generated.' : 'lib/store/generated is up to date.');
