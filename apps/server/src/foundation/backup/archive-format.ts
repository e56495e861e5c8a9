// A backup is a tar file compressed with zstd (docs/administration.md, "Backup"):
//
//   sepiola-backup.json                  ArchiveStart
//   data/secrets.json, data/config/…     files of the data folder
//   storage/<area>/<key>                 stored files, by the names of the settings storage.*
//   database/tables.json                 DatabaseDescription
//   database/<schema>.<table>/000001.copy  rows as PostgreSQL's COPY writes them (text), in pieces
//   sepiola-end.json                     ArchiveEnd: counts and a hash over everything before it

export const archiveFormat = 1
export const archiveStartName = 'sepiola-backup.json'
export const archiveEndName = 'sepiola-end.json'

export interface ArchiveStart {
  format: number
  /** ISO time. */
  madeAt: string
  /** Version of Sepiola. */
  version: string
  /** `database`: neither stored files nor configuration. */
  content: 'everything' | 'without-videos' | 'database'
  /** Public address of the server. */
  url: string
  /** Names of the migrations that the database has had. */
  migrations: string[]
}

export interface ArchiveEnd {
  /** Entries before this one. */
  entries: number
  /** Of their contents. */
  bytes: number
  /** Over name, size and content of each entry, in their order: `<name>\0<size>\0<content>`. */
  sha256: string
  /** Entries that were removed from the server while the backup was made: not to be restored. */
  gone: string[]
}
