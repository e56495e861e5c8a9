import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type * as Yaml from 'yaml'
import { SettingsError } from './settings-error.ts'

/** Values of one place, nested or dotted, in the units people write. */
export interface SettingLayer {
  /** Named in messages: a path or the name of a variable. */
  source: string
  values: unknown
}

const require = createRequire(import.meta.url)

/** `.json` is JSON, everything else YAML, whose library most servers need not load. */
export function readConfigFile(path: string): SettingLayer {
  try {
    const content = readFileSync(path, 'utf8')
    const values: unknown = path.endsWith('.json')
      ? JSON.parse(content)
      : (require('yaml') as typeof Yaml).parse(content)
    return { source: path, values }
  } catch (cause) {
    throw new SettingsError([{ source: path, message: (cause as Error).message }])
  }
}

/** Files of one folder, weakest first: default, deployment, local, each also with the instance's suffix (spec 02 §7). */
export function readConfigFolder(folder: string, env: NodeJS.ProcessEnv, except?: string): SettingLayer[] {
  const deployment = deploymentOf(env)
  const instance = env.NODE_APP_INSTANCE
  const names = ['default', deployment, 'local', `local-${deployment}`].flatMap((name) =>
    instance ? [name, `${name}-${instance}`] : [name],
  )
  return names
    .flatMap((name) => ['.yaml', '.yml', '.json'].map((extension) => resolve(folder, name + extension)))
    .filter((path) => path !== except && existsSync(path))
    .map(readConfigFile)
}

/**
 * Where changes made at run time are kept: `local[-<deployment>][-<instance>].json` (spec 02 §6.2), in the folder of
 * `PEERTUBE_LOCAL_CONFIG` when that is set.
 */
export function locateOverrideFile(configFolder: string, env: NodeJS.ProcessEnv): string {
  const instance = env.NODE_APP_INSTANCE
  const name = ['local', deploymentOf(env), ...(instance ? [instance] : [])].join('-')
  return resolve(env.PEERTUBE_LOCAL_CONFIG || configFolder, `${name}.json`)
}

function deploymentOf(env: NodeJS.ProcessEnv): string {
  return env.NODE_ENV || 'production'
}
