import { instanceDefinitions } from './definitions/instance.ts'
import { mediaDefinitions } from './definitions/media.ts'
import { networkDefinitions } from './definitions/network.ts'
import { peopleDefinitions } from './definitions/people.ts'
import { serverDefinitions } from './definitions/server.ts'
import { storageDefinitions } from './definitions/storage.ts'
import type { Setting } from './setting.ts'

/** All settings by their nested names, as the configuration files write them (spec 02 §7). */
export const settingTree = {
  ...serverDefinitions,
  ...storageDefinitions,
  ...mediaDefinitions,
  ...networkDefinitions,
  ...peopleDefinitions,
  ...instanceDefinitions,
}

/** The same by dotted name: `transcoding.fps.max`. */
export const settingsByKey: ReadonlyMap<string, Setting<unknown>> = new Map(listLeaves(settingTree, ''))

interface Tree {
  [name: string]: Tree | Setting<unknown>
}

function isSetting(node: Tree | Setting<unknown>): node is Setting<unknown> {
  return node.isSetting === true
}

function* listLeaves(tree: Tree, prefix: string): Generator<[string, Setting<unknown>]> {
  for (const [name, node] of Object.entries(tree)) {
    if (isSetting(node)) yield [prefix + name, node]
    else yield* listLeaves(node, `${prefix}${name}.`)
  }
}

/** Puts a value under its dotted name into a nested object. */
export function placeSetting(nested: Record<string, unknown>, key: string, value: unknown): void {
  const names = key.split('.')
  const last = names.pop()!
  let node = nested
  for (const name of names) node = (node[name] ??= {}) as Record<string, unknown>
  node[last] = value
}

/** The value of a dotted name. */
export function readSetting(nested: object, key: string): unknown {
  return key.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], nested)
}
