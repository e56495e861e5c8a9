// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosWatchByIdAnnouncesByActorId = endpoint<'getVideosWatchByIdAnnouncesByActorId'>(
  'GET',
  '/videos/watch/{id}/announces/{actorId}',
  'raw',
)
