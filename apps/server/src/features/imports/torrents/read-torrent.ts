import bencode from 'bencode'
import { limits } from '@sepiola/contract/limits.ts'
import { problem } from '#foundation/http/problem.ts'

/**
 * The name of a torrent of exactly one file. Throws 400 `incorrect_files_in_torrent` when it has none or several, or
 * is no torrent.
 */
export function readTorrentName(torrent: Uint8Array): string {
  const info = readInfo(torrent)
  const files: unknown = info?.files
  const isSingle = files === undefined ? typeof info?.length === 'number' : Array.isArray(files) && files.length === 1
  if (!info || !isSingle) {
    throw problem('incorrect_files_in_torrent', 'The torrent must contain exactly one file.')
  }
  return torrentName(info.name instanceof Uint8Array ? Buffer.from(info.name).toString('utf8') : '')
}

function readInfo(torrent: Uint8Array): Record<string, unknown> | undefined {
  try {
    const decoded: { info?: Record<string, unknown> } | null = bencode.decode(torrent)
    return typeof decoded?.info === 'object' && decoded.info !== null ? decoded.info : undefined
  } catch {
    return undefined
  }
}

/** The name that a magnet link gives, which nobody has checked. */
export function readMagnetName(uri: string): string | null {
  const name = new URLSearchParams(uri.slice(uri.indexOf('?'))).get('dn') ?? ''
  return name.trim() === '' ? null : torrentName(name)
}

function torrentName(name: string): string {
  const plain = name.replaceAll(/\p{Cc}/gu, '').trim()
  return plain.slice(0, limits.torrentName.max).toWellFormed() || 'torrent'
}
