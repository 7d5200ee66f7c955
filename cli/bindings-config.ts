import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { experimental_readRawConfig as readRawConfig } from 'wrangler';

/**
 * Writes a copy of a config that names the data's bindings only, and says where it is. A command
 * runs outside the Worker, where its Durable Objects do not exist, and wrangler would say so each
 * time.
 */
export function writeBindingsConfig(configPath: string, into: string): string {
  const { rawConfig } = readRawConfig({ config: configPath });
  const { durable_objects: _, migrations: __, main: ___, ...config } = rawConfig;
  const at = (path: string) => resolve(dirname(configPath), path);
  const file = join(into, 'bindings.json');
  mkdirSync(into, { recursive: true });
  const assets = { ...config.assets, directory: at(config.assets?.directory ?? 'dist/assets') };
  writeFileSync(file, `${JSON.stringify({ ...config, assets }, null, 2)}\n`);
  return file;
}
