import { listenForStop } from './launch/stop-signal';
import { generateClient } from './steps/generate';
import { LAYERS, ON_REQUEST, writeRouteTypes } from './test/layers';
import { runLayers } from './test/run-layers';

process.exit(await runTests(process.argv.slice(2)));

/** Runs all layers, or the one named first, and ends with the line that says how it went. */
async function runTests([name, ...args]: readonly string[]): Promise<number> {
  const all = [...LAYERS, ...ON_REQUEST];
  const layers = name === undefined ? LAYERS : all.filter((layer) => layer.name === name);
  if (layers.length === 0) {
    console.error(`There is no layer "${name}"; there are ${all.map((layer) => layer.name).join(', ')}.`);
    return 1;
  }
  const signal = listenForStop();
  const generated = await generateClient();
  if (!generated.ok) {
    console.error(`${generated.failure}\n0 passed, 1 failed`);
    return 1;
  }
  if (layers.some(({ readsTypes }) => readsTypes)) await writeRouteTypes({ signal });
  // One layer alone may be watched; several would talk across each other.
  const { passed, failed } = await runLayers(layers, args, { signal, show: name !== undefined });
  if (signal.aborted) console.log('Stopped before the end.');
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 && !signal.aborted ? 0 : 1;
}
