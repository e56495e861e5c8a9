import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const repositoryRoot = fileURLToPath(new URL('../../../../../', import.meta.url))

/** Where everything that must survive lies: database cluster, storage, configuration, logs, secrets. */
export interface DataFolder {
  root: string
  config: string
  database: string
  /** Programs fetched on demand, such as ffmpeg. */
  programs: string
  /** Of the database, made before updates. */
  backups: string
  secretsFile: string
}

/** `SEPIOLA_DATA`, by default `data` in the repository. Absolute paths. */
export function locateDataFolder(env: NodeJS.ProcessEnv): DataFolder {
  const root = env.SEPIOLA_DATA ? resolve(env.SEPIOLA_DATA) : resolve(repositoryRoot, 'data')
  return {
    root,
    config: resolve(root, 'config'),
    database: resolve(root, 'database'),
    programs: resolve(root, 'programs'),
    backups: resolve(root, 'backups'),
    secretsFile: resolve(root, 'secrets.json'),
  }
}

/** Makes the folders that do not exist yet. The storage folders are made with the storage. */
export function createDataFolder(folder: DataFolder): void {
  // 0755: the database process of a server that runs as root is another user and must pass through.
  mkdirSync(folder.root, { recursive: true, mode: 0o755 })
  // Configuration files may hold passwords.
  mkdirSync(folder.config, { recursive: true, mode: 0o700 })
}
