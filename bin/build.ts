import { buildApp } from './steps/build';
import { generateClient } from './steps/generate';

const generated = await generateClient();
const built = generated.ok
  ? await buildApp({ folder: process.env['GALLEY_BUILD_DIR'] ?? '.next', show: true })
  : generated;
if (!built.ok) {
  console.error(built.failure);
  process.exitCode = 1;
} else console.log(built.value ? 'Built.' : 'Nothing changed since the last build.');
