// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const runDebugCommand = endpoint<'runDebugCommand'>(
  'POST',
  '/api/v1/server/debug/run-command',
  'nothing',
  'json',
)
