// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getWellKnownByFilename = endpoint<'getWellKnownByFilename'>('GET', '/.well-known/{filename}', 'raw')
export const getWellKnownChangePassword = endpoint<'getWellKnownChangePassword'>(
  'GET',
  '/.well-known/change-password',
  'raw',
)
export const getWellKnownDnt = endpoint<'getWellKnownDnt'>('GET', '/.well-known/dnt/', 'json')
export const getWellKnownDntPolicyTxt = endpoint<'getWellKnownDntPolicyTxt'>(
  'GET',
  '/.well-known/dnt-policy.txt',
  'raw',
)
export const getWellKnownHostMeta = endpoint<'getWellKnownHostMeta'>('GET', '/.well-known/host-meta', 'raw')
export const getWellKnownNodeinfo = endpoint<'getWellKnownNodeinfo'>('GET', '/.well-known/nodeinfo', 'json')
export const getWellKnownSecurityTxt = endpoint<'getWellKnownSecurityTxt'>('GET', '/.well-known/security.txt', 'raw')
export const getWellKnownWebfinger = endpoint<'getWellKnownWebfinger'>('GET', '/.well-known/webfinger', 'json')
