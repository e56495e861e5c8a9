interface Candidate {
  id: number
}

/** Videos that share tags, channel or language with one, and what is new. */
export interface Related<V extends Candidate> {
  tagged: V[]
  ofChannel: V[]
  spoken: V[]
  fresh: V[]
}

const weights = { tagged: 3, ofChannel: 2, spoken: 1, fresh: 0 } as const

/** The more two videos share, the earlier; each once, without the one that is watched and those that were. */
export function rankRelated<V extends Candidate>(
  lists: Related<V>,
  current: number,
  isSeen: (video: V) => boolean,
): V[] {
  const found = new Map<number, { video: V; weight: number }>()
  for (const kind of ['tagged', 'ofChannel', 'spoken', 'fresh'] as const) {
    for (const video of lists[kind]) {
      const known = found.get(video.id)
      if (known) known.weight += weights[kind]
      else if (video.id !== current && !isSeen(video)) found.set(video.id, { video, weight: weights[kind] })
    }
  }
  return [...found.values()].toSorted((a, b) => b.weight - a.weight).map(({ video }) => video)
}
