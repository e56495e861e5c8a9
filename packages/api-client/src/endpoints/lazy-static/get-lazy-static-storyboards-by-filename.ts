// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getLazyStaticStoryboardsByFilename = endpoint<'getLazyStaticStoryboardsByFilename'>(
  'GET',
  '/lazy-static/storyboards/{filename}',
  'raw',
)
