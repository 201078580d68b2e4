import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';

/** The package's module and the hook its own loader would call; the published types leave the hook out. */
type Bindings = typeof import('@prisma/schema-engine-wasm') & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

const MODULE = '@prisma/schema-engine-wasm/schema_engine_bg';

/** Galley's schema is all Prisma's: nothing to leave out. */
export const EVERYTHING: SchemaFilter = { externalTables: [], externalEnums: [] };

/**
 * Uses Prisma's schema engine, as WebAssembly, on a database. The native engine would have to be downloaded, and the
 * package's own entry expects a bundler that can import `.wasm`, so the engine is put together here.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  // Freeing the engine leaves its connections open, so they are ours to end.
  const pool = new Pool({ connectionString: databaseUrl });
  try {
    const { SchemaEngine } = await loadEngine();
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    try {
      return await use(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

async function loadEngine(): Promise<Bindings> {
  const bindings = (await import(MODULE)) as Bindings;
  const file = createRequire(import.meta.url)
    .resolve(MODULE)
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': withoutLingering(bindings),
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return bindings;
}

/** The engine never clears the ten seconds it allows itself for its lock; they must not keep a finished command alive. */
function withoutLingering(bindings: Bindings): WebAssembly.ModuleImports {
  const imports = Object.entries(bindings) as [string, WebAssembly.ImportValue][];
  const wait = (callback: () => void, milliseconds: number): NodeJS.Timeout =>
    setTimeout(callback, milliseconds >>> 0).unref();
  return Object.fromEntries(
    imports.map(([name, value]) => [name, name.startsWith('__wbg_setTimeout_') ? wait : value]),
  );
}
