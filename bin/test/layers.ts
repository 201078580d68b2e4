import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../project';
import { buildApp, NEXT } from '../steps/build';
import { runTool, type ToolOptions } from '../steps/run-tool';
import { findChromium } from './chromium';
import { countPlaywright, countVitest, type Counts } from './counts';
import { openE2eDesk } from './e2e-desk';
import { findOffice } from './office';

export interface LayerResult extends Counts {
  /** What to read when something failed. */
  readonly report: string;
}

export interface Layer {
  readonly name: string;
  /** Runs it; what is given on the command line after the layer's name goes to its tool. */
  readonly run: (args: readonly string[], options: ToolOptions) => Promise<LayerResult>;
  /** May run beside others: it starts no servers and its figures do not depend on the time it takes. */
  readonly beside: boolean;
  /** It looks at types, those of Next's routes included. */
  readonly readsTypes?: boolean;
}

/** The build that is tried, apart from the one that is served. */
export const TEST_BUILD = '.next-test';

const tool = (...path: string[]): string => inProject('node_modules', ...path);

const refusal = (sentence: string): LayerResult => ({ passed: 0, failed: 1, report: sentence });

/** A tool that says yes or no: one check. */
function check(name: string, script: string, ...args: string[]): Layer {
  return {
    name,
    beside: true,
    run: async (more, options) => {
      const { succeeded, said } = await runTool(script, [...args, ...more], options);
      return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, report: said };
    },
  };
}

/** A project of vitest.config.ts. */
function vitest(name: string, beside: boolean): Layer {
  return {
    name,
    beside,
    run: (args, options) =>
      withReport(async (file) => {
        const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
        const run = await runTool(
          tool('vitest/vitest.mjs'),
          ['run', '--project', name, ...reporters, ...args],
          {
            ...options,
            env: { ...options.env, GALLEY_BUILD_DIR: TEST_BUILD },
          },
        );
        return { ...countVitest(file, run.succeeded), report: run.said };
      }),
  };
}

/** The production build that the layers after it try. */
const build: Layer = {
  name: 'build',
  beside: true,
  run: async (_args, options) => {
    const built = await buildApp({ folder: TEST_BUILD, ...options });
    return built.ok ? { passed: 1, failed: 0, report: '' } : refusal(built.failure);
  },
};

const e2e: Layer = {
  name: 'e2e',
  beside: false,
  run: async (args, options) => {
    const browser = findChromium();
    if (!browser.ok) return refusal(browser.failure);
    const built = await buildApp({ folder: TEST_BUILD, ...options });
    if (!built.ok) return refusal(built.failure);
    const desk = await openE2eDesk(TEST_BUILD);
    if (!desk.ok) return refusal(desk.failure);
    try {
      return await withReport(async (file) => {
        const env = { ...desk.value.env, GALLEY_E2E_REPORT: file, CHROMIUM_PATH: browser.value };
        const run = await runTool(tool('playwright/cli.js'), ['test', ...args], { ...options, env });
        return { ...countPlaywright(file, run.succeeded), report: run.said };
      });
    } finally {
      await desk.value.close();
    }
  },
};

const office: Layer = {
  name: 'office',
  beside: false,
  run: async (args, options) => {
    const program = findOffice();
    if (!program.ok) return refusal(program.failure);
    return vitest('office', false).run(args, { ...options, env: { SOFFICE_PATH: program.value } });
  },
};

/** Run only when named: what they need is large. */
export const ON_REQUEST: readonly Layer[] = [office];

/** In their order: long ones first among those that run side by side. Each is a script of its own as well: `npm run test:NAME`. */
export const LAYERS: readonly Layer[] = [
  build,
  { ...check('lint', tool('eslint/bin/eslint.js'), '.'), readsTypes: true },
  vitest('unit', true),
  { ...check('types', tool('typescript/bin/tsc'), '--noEmit'), readsTypes: true },
  check('format', tool('prettier/bin/prettier.cjs'), '--check', '.'),
  vitest('house', true),
  check('dead', tool('knip/bin/knip.js')),
  vitest('db', false),
  vitest('start', false),
  vitest('faults', false),
  e2e,
];

/** Writes the types of Next's routes, which the compiler and the linter need to know. */
export const writeRouteTypes = (options: ToolOptions): Promise<unknown> =>
  runTool(NEXT, ['typegen'], options);

async function withReport(use: (file: string) => Promise<LayerResult>): Promise<LayerResult> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-report-'));
  try {
    return await use(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
