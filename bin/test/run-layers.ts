import type { ToolOptions } from '../steps/run-tool';
import type { Layer, LayerResult } from './layers';

/** How many layers that may run beside others do so: more would only take each other's time. */
const LANES = 2;

/** Runs all layers, also after one that failed, and shows how each went; returns the sums. */
export async function runLayers(
  layers: readonly Layer[],
  args: readonly string[],
  options: ToolOptions,
): Promise<{ passed: number; failed: number }> {
  const sums = { passed: 0, failed: 0 };
  const run = async (layer: Layer): Promise<void> => {
    if (options.signal?.aborted) return;
    const started = performance.now();
    const result = await settle(layer, args, options);
    sums.passed += result.passed;
    sums.failed += result.failed;
    show(layer, result, performance.now() - started);
  };
  const waiting = layers.filter(({ beside }) => beside);
  const lane = async (): Promise<void> => {
    for (let layer = waiting.shift(); layer; layer = waiting.shift()) await run(layer);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  for (const layer of layers) if (!layer.beside) await run(layer);
  return sums;
}

async function settle(layer: Layer, args: readonly string[], options: ToolOptions): Promise<LayerResult> {
  try {
    return await layer.run(args, options);
  } catch (error) {
    // A layer that breaks is a failure, and the others still count.
    return {
      passed: 0,
      failed: 1,
      report: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function show(layer: Layer, result: LayerResult, milliseconds: number): void {
  const figures = `${result.passed} ok${result.failed === 0 ? '' : `, ${result.failed} NOT`}`;
  if (result.failed > 0 && result.report !== '') console.log(`\n── ${layer.name} ──\n${result.report}\n`);
  console.log(`${layer.name.padEnd(8)} ${figures.padEnd(18)} ${(milliseconds / 1000).toFixed(1)} s`);
}
