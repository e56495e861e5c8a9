import type { settingTree } from './setting-definitions.ts'
import type { Setting } from './setting.ts'

type ValuesOf<Node> = Node extends Setting<infer T> ? T : { [Name in keyof Node]: ValuesOf<Node[Name]> }

/**
 * Effective settings under PeerTube's names (`settings.transcoding.fps.max`). Durations are ms, sizes are bytes,
 * `-1` means unlimited; `storage.*` are absolute paths.
 */
export type Settings = { [Group in keyof typeof settingTree]: ValuesOf<(typeof settingTree)[Group]> }
