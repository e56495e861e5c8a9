import { createHash } from 'node:crypto'

export const p2pPeerVersion = -2

/**
 * Swarm ids of the player's peer-to-peer loader, one per rendition of a master playlist (spec 05 §9).
 * `resolutions`: of the playlist's files; 0 is the audio rendition.
 */
export function p2pInfohashes(masterUrl: string, resolutions: readonly number[]): string[] {
  const hashes = resolutions.map((_, index) => swarmId(`v2-${masterUrl}-main-${index}`))
  if (resolutions.includes(0)) hashes.push(swarmId(`v2-${masterUrl}-secondary-0`))
  return hashes
}

function swarmId(text: string): string {
  const digest = createHash('md5').update(text).digest().subarray(1)
  return Buffer.from(digest.toString('base64'), 'latin1').toString('hex')
}
