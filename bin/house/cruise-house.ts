import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { z } from 'zod';

interface House {
  rulesFor(root: string): IForbiddenRuleType[];
  listClientModules(root: string): string[];
}
const house = createRequire(import.meta.url)('./rules.cjs') as House;

/** Somebody imports what is not theirs to know. */
export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Cruise {
  /** Every module that was looked at, as a path below the root. */
  readonly modules: readonly string[];
  readonly breaches: readonly Breach[];
}

const FOLDERS = ['app', 'lib', 'prisma', 'bin', 'bench', 'e2e'];

/** Looks at every module below a root that is laid out like this project. */
export async function cruiseHouse(root: string): Promise<Cruise> {
  const tsConfig = join(root, 'tsconfig.json');
  const { output } = await cruise(
    FOLDERS.filter((folder) => existsSync(join(root, folder))),
    {
      baseDir: root,
      ruleSet: { forbidden: house.rulesFor(root) },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      tsConfig: { fileName: tsConfig },
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    { tsConfig: extractTSConfig(tsConfig) },
  );
  const result = z.custom<ICruiseResult>((value) => typeof value === 'object').parse(output);
  const ours = result.modules.filter(
    ({ source }) => !source.includes('node_modules/') && /\.\w+$/.test(source),
  );
  return {
    modules: ours.map(({ source }) => source),
    breaches: [
      ...result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
      ...findServerSideBreaches(result, new Set(house.listClientModules(root))),
    ],
  };
}

export const SERVER_SIDE = 'app, server side: not dom, not sync';

/** What Next starts from on the server. */
const ENTRY =
  /^app\/(?:.*\/)?(?:page|layout|route|template|default|loading|error|not-found|global-error)\.tsx?$/;

/**
 * The modules of app that run on the server are those its entries reach without passing one marked 'use client'. That needs the
 * whole graph, so it is no rule like the others.
 */
function findServerSideBreaches({ modules }: ICruiseResult, isClient: ReadonlySet<string>): Breach[] {
  const graph = new Map(
    modules.map((module) => [module.source, module.dependencies.map(({ resolved }) => resolved)]),
  );
  const isServerSide = (path: string): boolean => path.startsWith('app/') && !isClient.has(path);
  const waiting = [...graph.keys()].filter((path) => ENTRY.test(path) && isServerSide(path));
  const seen = new Set(waiting);
  const breaches: Breach[] = [];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const to of graph.get(from) ?? []) {
      if (/^lib\/(?:dom|sync)\//.test(to)) breaches.push({ rule: SERVER_SIDE, from, to });
      if (isServerSide(to) && !seen.has(to)) waiting.push(to);
      seen.add(to);
    }
  }
  return breaches;
}
