import assert from 'node:assert/strict'
import type { Method } from '#app/test-requests.ts'
import type { TestServer } from '#app/test-server.ts'
import { addCollaborator } from '#features/channels/testing/add-collaborator.ts'
import { addPerson } from '#features/videos/testing/add-people.ts'

export interface CreatedPlaylist {
  id: number
  uuid: string
  shortUUID: string
}

/** What tests of playlists ask the server that they start later, in the names of people; `''` is nobody. */
export function playlistCalls(server: () => TestServer) {
  const tokens: Record<string, string | undefined> = { '': undefined }
  const ids: Record<string, { accountId: number; channelId: number }> = {}

  const login = async (name: string, role = 2) => {
    const person = await addPerson(server(), name, role)
    ids[name] = person
    tokens[name] = person.as
  }
  /** owner, other, helper (with the channel of the owner), moderator and chief (an administrator). */
  const loginAll = async () => {
    for (const name of ['owner', 'other', 'helper']) await login(name)
    await login('moderator', 1)
    await login('chief', 0)
    await addCollaborator(server().ctx.db, { channelId: ids.owner!.channelId, accountId: ids.helper!.accountId })
  }
  const ask = (method: Method, path: string, as = 'owner', payload?: object | string) => {
    const token = tokens[as]
    return server().request({
      ...{ method, url: `/api/v1${path}` },
      ...(payload !== undefined && { payload }),
      ...(token ? { as: token } : {}),
    })
  }
  const create = async (body: object = {}, as = 'owner'): Promise<CreatedPlaylist> => {
    const answer = await ask('POST', '/video-playlists', as, { displayName: 'A playlist', ...body })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json().videoPlaylist
  }
  const inChannel = (privacy = 1, body: object = {}) =>
    create({ privacy, videoChannelId: ids.owner!.channelId, ...body })
  const get = async (playlist: CreatedPlaylist, as = 'owner') =>
    (await ask('GET', `/video-playlists/${playlist.uuid}`, as)).json()
  return { ids, login, loginAll, ask, create, inChannel, get }
}
